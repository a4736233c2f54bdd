package dev.venicesim.control;

import dev.venicesim.journal.RequestJson;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.net.CredentialMask;

/** Text of a journal's entry, for people: one line of what was asked and answered, and why. */
final class JournalText {

    private JournalText() {}

    /** An entry in one line: what was asked, by whom, what was answered, and the last reason. */
    static String line(RequestRecord entry) {
        var query = RequestJson.query(entry);
        var url = CredentialMask.maskUrl(entry.path()) + (query.isEmpty() ? "" : "?" + query);
        var sender = entry.sender().isEmpty() ? "" : " by " + entry.sender();
        var why = RequestJson.why(entry);
        var last = why.isEmpty() ? "" : ": " + CredentialMask.maskText(why.get(why.size() - 1));
        return "#" + entry.n() + " " + entry.at() + " " + entry.method() + " " + url + sender + " -> " + entry.status()
                + last;
    }
}
