package dev.lede.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lede.database.Database.Ending;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Sql ALL = Sql.of("select number from waiting order by number");

    @Inject
    Database database;

    @BeforeEach
    void table() {
        run("create table waiting (number integer primary key)");
    }

    @AfterEach
    void noTable() {
        run("drop table waiting");
    }

    private void run(String statement) {
        database.write(PATIENCE, Ending.COMMIT, session -> session.update(Sql.of(statement)));
    }

    private List<Integer> stored() {
        return database.read(session -> session.list(ALL, row -> row.getInt(1)));
    }

    private static Sql insert(int number) {
        return Sql.of("insert into waiting (number) values (?)", number);
    }

    @Test
    void statementsThatWaitRunInTheirOrderBeforeTheNextOne() {
        var answers = database.write(PATIENCE, Ending.COMMIT, session -> {
            session.later(insert(1));
            var one = session.later(ALL, row -> row.getInt(1));
            session.laterEach(List.of(insert(2)));
            var two = session.later(ALL, row -> row.getInt(1));
            var changed = session.update(Sql.of("update waiting set number = number + 10"));
            return List.of(one.get(), two.get(), List.of(changed));
        });
        assertThat(answers).containsExactly(List.of(1), List.of(1, 2), List.of(2));
        assertThat(stored()).containsExactly(11, 12);
    }

    @Test
    void anAnswerSendsItsStatementWhenItIsWanted() {
        var seen = database.write(PATIENCE, Ending.COMMIT, session -> {
            session.later(insert(1));
            return session.later(ALL, row -> row.getInt(1)).get();
        });
        assertThat(seen).containsExactly(1);
    }

    @Test
    void whatStillWaitsIsPartOfTheTransaction() {
        database.write(PATIENCE, Ending.COMMIT, session -> {
            session.later(insert(1));
            return 0;
        });
        assertThat(stored()).containsExactly(1);
        database.write(PATIENCE, Ending.ROLL_BACK, session -> {
            session.later(insert(2));
            return 0;
        });
        assertThat(stored()).containsExactly(1);
    }

    @Test
    void whatWaitsFailsTheTransactionAlsoWhenItWouldBeRolledBack() {
        for (var ending : Ending.values()) {
            assertThatThrownBy(() -> database.write(PATIENCE, ending, session -> {
                        session.later(insert(1));
                        session.later(insert(1));
                        session.later(insert(2));
                        return 0;
                    }))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("duplicate key");
            assertThat(stored()).isEmpty();
        }
    }

    @Test
    void manyAlikeRunAfterWhatWaits() {
        database.write(PATIENCE, Ending.COMMIT, session -> {
            session.later(insert(1));
            var counts = session.updateEach(IntStream.range(1, 4)
                    .mapToObj(number -> Sql.of("update waiting set number = ? where number = ?", number + 1, number))
                    .toList());
            assertThat(counts).containsExactly(1, 1, 1);
            session.laterEach(List.of(insert(1), insert(2)));
            session.laterEach(List.of());
            return 0;
        });
        assertThat(stored()).containsExactly(1, 2, 4);
    }
}
