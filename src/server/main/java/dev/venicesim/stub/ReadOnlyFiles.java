package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.common.AbstractFileSource;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.TextFile;
import java.io.File;
import java.util.List;

/** The user's folder, of which nothing is ever written or deleted. */
final class ReadOnlyFiles extends AbstractFileSource {

    ReadOnlyFiles(File root) {
        super(root);
    }

    @Override
    public FileSource child(String subDirectoryName) {
        return new ReadOnlyFiles(new File(rootDirectory, subDirectoryName));
    }

    @Override
    protected boolean readOnly() {
        return true;
    }

    @Override
    public void createIfNecessary() {}

    @Override
    public List<TextFile> listFilesRecursively() {
        return exists() ? super.listFilesRecursively() : List.of();
    }
}
