package dev.lede.database.schema;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;

/** What Hibernate maps is what the migrations make. */
@QuarkusTest
class EntitiesTest {

    private final EntityManagerFactory factory;

    EntitiesTest(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Test
    void fitTheSchema() {
        assertThatCode(() -> factory.getSchemaManager().validate()).doesNotThrowAnyException();
    }
}
