package dev.lede.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void mayDoWhatThoseBeforeItMay() {
        assertThat(Role.values()).containsExactly(Role.READ, Role.PREVIEW, Role.WRITE, Role.ADMIN);
        assertThat(Role.values()).filteredOn(Role.WRITE::includes).containsExactly(Role.READ, Role.PREVIEW, Role.WRITE);
        assertThat(Role.values()).allMatch(Role.ADMIN::includes);
        assertThat(Role.values()).filteredOn(Role.READ::includes).containsExactly(Role.READ);
    }

    @Test
    void isFoundByItsWord() {
        assertThat(Role.byWord()).containsOnlyKeys("read", "preview", "write", "admin");
        assertThat(Arrays.stream(Role.values()))
                .allSatisfy(role -> assertThat(Role.byWord()).containsEntry(role.word(), role));
    }
}
