package dev.venicesim.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.store.PostgresCluster;
import dev.venicesim.acceptance.store.WithPostgres;
import dev.venicesim.journal.JournalNote;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The journal that replicas share, and what is swept out of it. */
@ExtendWith(WithPostgres.class)
class PostgresJournalTest {

    private static final int PAST_KEPT = 60;

    private final PostgresCluster cluster;
    private final String database;
    private final PostgresStore store;
    private final PostgresConnections connections;

    PostgresJournalTest(PostgresCluster cluster) {
        this.cluster = cluster;
        var address = cluster.newDatabase();
        this.database = PostgresCluster.databaseOf(address);
        this.store = PostgresStore.open(PostgresAddress.parse(address));
        this.connections = new PostgresConnections(PostgresAddress.parse(address));
    }

    @AfterEach
    void close() {
        connections.close();
        store.close();
    }

    private static JournalRow row(String server, long own) {
        return new JournalRow(0, "w", 1, server, own, "note " + own);
    }

    private List<JournalRow> rows() throws SQLException {
        try (var session = connections.connect()) {
            return session.journal().after(0, 100);
        }
    }

    @Test
    void aNoteWhoseCommitNobodyHeardOfStandsThereOnceWhenItIsSentAgain() throws SQLException {
        try (var session = connections.connect()) {
            session.journal().append(List.of(row("one", 1), row("one", 2)), false);
            session.journal().append(List.of(row("one", 1), row("one", 2)), false);
            session.journal().append(List.of(row("one", 2), row("one", 3)), false);
            session.journal().append(List.of(row("other", 1)), false);
        }
        assertThat(rows())
                .extracting(row -> row.server() + " " + row.own() + " is " + row.n())
                .containsExactly("one 1 is 1", "one 2 is 2", "one 3 is 3", "other 1 is 4");
    }

    @Test
    void anEndThatIsSentAgainEndsNothingOfWhatCameAfterIt() throws SQLException {
        var end = List.of(new JournalRow(0, "w", 0, "one", 2, "end"));
        try (var session = connections.connect()) {
            session.journal().append(List.of(row("one", 1)), false);
            session.journal().append(end, true);
            session.journal().append(List.of(row("other", 1)), false);
            session.journal().append(end, true);
        }
        assertThat(rows()).extracting(JournalRow::note).containsExactly("end", "note 1");
    }

    @Test
    void whatAnotherServerAppendsIsHeardOf() throws Exception {
        var news = new Semaphore(0);
        try (var listener = new JournalListener(
                connections, connections::connectDirectly, "one", news::release, JournalListener.CALL_MILLIS)) {
            listener.start();
            assertThat(news.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
            assertThat(listener.hears()).isTrue();

            append("one");
            append("other");
            assertThat(news.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
            assertThat(news.availablePermits())
                    .as("of its own it does not tell")
                    .isZero();
        }
    }

    /** Another database of the cluster stands for a pooler that lets everything through but this. */
    @Test
    void whoListensWhereNothingArrivesDoesNotTakeItForQuiet() {
        var news = new AtomicInteger();
        var elsewhere = new PostgresConnections(PostgresAddress.parse(cluster.newDatabase()));
        try (var listener = new JournalListener(connections, elsewhere::connect, "one", news::incrementAndGet, 1)) {
            listener.listen();
            assertThat(listener.hears()).isFalse();
            assertThat(news).hasValue(0);
        }
    }

    private void append(String server) throws SQLException {
        try (var session = connections.connect()) {
            session.journal().append(List.of(row(server, 1)), false);
        }
    }

    @Test
    void aServerThatStartsReadsTheLatestNotesAlone() {
        fill();
        var taken = new AtomicInteger();
        try (var journal = store.journal("late")) {
            journal.follow((server, n, note) -> taken.incrementAndGet());
        }
        assertThat(taken).hasValue(PostgresSchema.KEPT_NOTES);
    }

    @Test
    void ofWorldsThatAreGoneNoNoteStaysForEver() throws SQLException {
        fill();
        try (var session = connections.connect()) {
            PostgresSchema.sweep(session);
            assertThat(session.journal().after(0, PostgresSchema.KEPT_NOTES + PAST_KEPT))
                    .hasSize(PostgresSchema.KEPT_NOTES);
        }
    }

    /** Ends of worlds, one of each. */
    private void fill() {
        var note = new StateForm().text(new JournalNote.Dropped("w"));
        cluster.execute(
                database,
                "INSERT INTO venice_sim_journal (world, n, server, own, note) SELECT 'w' || i, 0, 'early', i, '" + note
                        + "' FROM generate_series(1, " + (PostgresSchema.KEPT_NOTES + PAST_KEPT) + ") AS i");
    }
}
