package dev.lede.http.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final long LIST = Cursor.fingerprint("tag=a sort=-date");
    private static final Cursor CURSOR =
            new Cursor(LIST, true, Arrays.asList("2026-01-01T00:00:00Z", null, "", "Größe 你好 😀"));

    @Test
    void isReadAsItWasWritten() {
        assertThat(Cursor.parse(CURSOR.encode(), LIST)).isEqualTo(CURSOR);
        var forward = new Cursor(LIST, false, List.of());
        assertThat(Cursor.parse(forward.encode(), LIST)).isEqualTo(forward);
    }

    @Test
    void standsInAnAddressAsItIs() {
        assertThat(CURSOR.encode()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void takesTheLongestTitle() {
        var longest = new Cursor(LIST, false, List.of("😀".repeat(2_000)));
        assertThat(Cursor.parse(longest.encode(), LIST)).isEqualTo(longest);
    }

    @Test
    void isRefusedInOtherLists() {
        var other = Cursor.fingerprint("tag=b sort=-date");
        assertThatThrownBy(() -> Cursor.parse(CURSOR.encode(), other))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_CURSOR);
                    assertThat(refusal.detail()).contains("other filters");
                });
    }

    @Test
    void isRefusedWhenAnyOfItIsMissing() {
        var text = CURSOR.encode();
        for (int end = 0; end < text.length(); end++) {
            assertUnreadable(text.substring(0, end));
        }
    }

    @Test
    void isRefusedWhenAnyOfItIsChanged() {
        var bytes = Base64.getUrlDecoder().decode(CURSOR.encode());
        for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            assertUnreadable(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "abcd", "%%%", "{}", "AAAAAAAAAAAAAAAAAAAAAAAA", "ä"})
    void isRefusedWhenItIsNone(String text) {
        assertUnreadable(text);
    }

    @Test
    void isRefusedWhenItIsTooLong() {
        assertUnreadable("A".repeat(12_001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02 00 F 00",
                "01 00 F 11",
                "01 00 F ff",
                "01 00 F 01",
                "01 00 F 01 7fffffff",
                "01 00 F 01 fffffffe",
                "01 00 F 01 00000002 61",
                "01 00 F 00 00",
                "01 00 F 01 00000001 ff",
                "01 00 F 01 00000003 eda080"
            })
    void isRefusedWhenItIsForgedAndItsChecksumIsRight(String form) {
        var body = HexFormat.of()
                .parseHex(form.replace("F", HexFormat.of().toHexDigits(LIST)).replace(" ", ""));
        var crc = new CRC32C();
        crc.update(body);
        var bytes = ByteBuffer.allocate(body.length + 4).put(body).putInt((int) crc.getValue());
        assertUnreadable(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
    }

    @Test
    void cannotBeChangedFromOutside() {
        var values = new ArrayList<>(List.of("a"));
        var cursor = new Cursor(LIST, false, Collections.unmodifiableList(values));
        values.add("b");
        assertThat(cursor.values()).containsExactly("a");
    }

    private static void assertUnreadable(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, LIST))
                .as(text)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::type)
                .isEqualTo(ProblemType.INVALID_CURSOR);
    }
}
