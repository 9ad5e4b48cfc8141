package dev.lede.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.cli.console.Progress.Unit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SayingTest {

    private final StringWriter err = new StringWriter();

    @Test
    void aLineOfProgressHasCountRateAndRemainingTime() {
        var lines = new ProgressLines(terminal(false), "storing", 5_000, Unit.FILES);
        assertThat(lines.line(1_000, Duration.ofSeconds(4))).isEqualTo("storing: 1,000 of 5,000, 250/s, 16 s left");
        var bytes = new ProgressLines(terminal(false), "exporting", -1, Unit.BYTES);
        assertThat(bytes.line(2_500_000, Duration.ofSeconds(4))).isEqualTo("exporting: 2.5 MB");
    }

    @Test
    void whatIsDoneInSecondsIsNotToldOf() {
        try (var lines = new ProgressLines(terminal(false), "storing", 100, Unit.FILES)) {
            for (int done = 0; done <= 100; done++) {
                lines.to(done);
            }
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void coloursAreForTerminals() {
        terminal(false).error("a.md:1:2", "wrong");
        assertThat(err.toString()).isEqualTo("a.md:1:2: error: wrong" + System.lineSeparator());
        terminal(true).warning("a.md", "odd");
        assertThat(err.toString()).contains("a.md: \u001b[1;33mwarning:\u001b[0m odd");
    }

    @Test
    void nothingThatATerminalObeysComesThrough() {
        terminal(false).error("a\u001b]0;title\u0007.md", "one\r\ntwo\ud800");
        assertThat(err.toString().strip().chars()).noneMatch(Character::isISOControl);
        assertThat(Printable.of("汉字 \uD83D\uDE00 é")).isEqualTo("汉字 \uD83D\uDE00 é");
    }

    private Terminal terminal(boolean colours) {
        return new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false, colours);
    }
}
