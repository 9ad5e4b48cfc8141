package dev.lede.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.testsupport.Eventually;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitingTokensTest {

    private static final int ARTICLES = 40;
    private static final int TOKENS = 5_000;

    /** In bytes, in the list: each with a place and a pointer. */
    private static final long LIST = 20L * ARTICLES * TOKENS;

    private final Random random = new Random(5);

    @Inject
    Database database;

    @Inject
    SearchIndex index;

    @Test
    void pagesOfTheListAreUsedAgainWithinATransaction() {
        var ids = articles();
        long grown = database.write(Duration.ofSeconds(5), Ending.ROLL_BACK, session -> {
            var tokens = new WaitingTokens(ARTICLES * TOKENS, 0);
            store(session, tokens, ids);
            long once = size(session);
            for (int i = 0; i < 9; i++) {
                store(session, tokens, ids);
            }
            return size(session) - once;
        });
        assertThat(grown).isLessThan(3 * LIST);
    }

    @Test
    void searchesFindNoLongListBehindAnUpload() {
        var ids = articles();
        long left = database.write(Duration.ofSeconds(5), Ending.ROLL_BACK, session -> {
            session.list(WaitingTokens.SETTLE, row -> true);
            var tokens = new WaitingTokens(3L * ARTICLES * TOKENS, ARTICLES * TOKENS);
            store(session, tokens, ids);
            tokens.ended(session);
            return session.one(
                    Sql.of("select gin_clean_pending_list('search_entry_tokens'::regclass)"), row -> row.getLong(1));
        });
        assertThat(left).isZero();
    }

    @Test
    void whoeverEmptiesTheListMeanwhileIsWaitedFor() throws Exception {
        var ids = articles();
        var other = Executors.newSingleThreadExecutor();
        try {
            Future<List<Boolean>> emptied = database.write(Duration.ofMillis(200), Ending.ROLL_BACK, session -> {
                var tokens = new WaitingTokens(25L * ARTICLES * TOKENS, 0);
                for (int i = 0; i < 24; i++) {
                    store(session, tokens, ids);
                }
                var emptying = other.submit(this::empty);
                Eventually.get(() -> isLocked(session), locked -> locked);
                store(session, tokens, ids);
                String timeout = session.one(Sql.of("show lock_timeout"), row -> row.getString(1));
                assertThat(timeout).isEqualTo("200ms");
                return emptying;
            });
            assertThat(emptied.get(30, TimeUnit.SECONDS)).hasSize(2);
        } finally {
            other.shutdownNow();
        }
    }

    private List<Boolean> empty() {
        return database.read(session -> session.list(WaitingTokens.SETTLE, row -> true));
    }

    private static boolean isLocked(Session session) {
        return session.first(
                        Sql.of("select 1 from pg_locks where locktype = 'page'"
                                + " and relation = 'search_entry_tokens'::regclass and granted"),
                        row -> true)
                .isPresent();
    }

    private List<UUID> articles() {
        return Lede.putAll(
                        ARTICLES, i -> "content/waiting/" + i + ".md", i -> "---\ntitle: Numbat " + i + "\n---\nText.")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", UUID.class);
    }

    private void store(Session session, WaitingTokens tokens, List<UUID> ids) {
        var entries = ids.stream()
                .map(id -> new SearchEntry(id, "", "", "", 0, tokens(), new int[0]))
                .toList();
        index.store(session, entries);
        tokens.stored(session, entries);
    }

    /** Of few different ones, so that the index itself hardly grows. */
    private int[] tokens() {
        return random.ints(0, 4 * TOKENS).distinct().limit(TOKENS).sorted().toArray();
    }

    private static long size(Session session) {
        return session.one(Sql.of("select pg_relation_size('search_entry_tokens')"), row -> row.getLong(1));
    }
}
