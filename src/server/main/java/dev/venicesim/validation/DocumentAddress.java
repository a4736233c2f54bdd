package dev.venicesim.validation;

import dev.venicesim.api.Verified;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Address of a document: what its words exclude. A page may have any name, a file is one of a few kinds. */
@Verified(on = "2026-09-10", source = "docs/api/edition-2026-10-02.md#documents-of-wan")
public final class DocumentAddress {

    /** The endings of files that are taken. */
    public static final List<String> FILES =
            List.of("docx", "doc", "xlsx", "xls", "pptx", "ppt", "pdf", "txt", "key", "pages", "numbers", "md");

    /** Endings of what is neither such a file nor a page. */
    private static final Set<String> OTHER_FILES = Set.of(
            "png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "heic", "heif", "avif", "svg", "ico", "mp4",
            "m4v", "mov", "webm", "mkv", "avi", "mpg", "mpeg", "wav", "mp3", "m4a", "aac", "ogg", "oga", "flac", "opus",
            "zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "iso", "dmg", "exe", "msi", "dll", "apk", "deb", "rpm",
            "jar");

    /** Media types of the files that are taken, and those that say nothing. */
    private static final Set<String> TYPES = Set.of(
            "",
            "application/octet-stream",
            "application/pdf",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.apple.keynote",
            "application/vnd.apple.pages",
            "application/vnd.apple.numbers",
            "application/x-iwork-keynote-sffkey",
            "application/x-iwork-pages-sffpages",
            "application/x-iwork-numbers-sffnumbers",
            "text/plain",
            "text/markdown",
            "text/x-markdown");

    private static final Pattern DATA = Pattern.compile("data:([^;,]{0,200})[;,].*", Pattern.DOTALL);
    private static final Pattern ENDING =
            Pattern.compile("https?://[^/?#]*/(?:[^/?#]*/)*[^/?#]*\\.([a-z0-9]{2,4})(?:[?#].*)?");

    private DocumentAddress() {}

    /** Whether it may be one: a data URL of such a type, or an address that does not end like another kind of file. */
    public static boolean mayBe(String value) {
        var lower = value.substring(0, Math.min(value.length(), 4096)).toLowerCase(Locale.ROOT);
        var data = DATA.matcher(lower);
        if (data.matches()) {
            return TYPES.contains(data.group(1).strip());
        }
        var ending = ENDING.matcher(lower);
        return !ending.matches() || !OTHER_FILES.contains(ending.group(1));
    }
}
