package dev.lede.benchmark.piece;

import dev.lede.http.query.Cursor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done for each page of a list. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CursorPieces {

    private final long fingerprint = Cursor.fingerprint("kind=page\n-date\nPUBLISHED");
    private final Cursor cursor = new Cursor(
            fingerprint, false, List.of("2024-05-06 07:08:09.123456+00", "0f8fad5b-d9cb-469f-a165-70867728950e"));
    private final String text = cursor.encode();

    @Benchmark
    public String encode() {
        return cursor.encode();
    }

    @Benchmark
    public Cursor parse() {
        return Cursor.parse(text, fingerprint);
    }
}
