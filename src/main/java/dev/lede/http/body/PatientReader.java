package dev.lede.http.body;

import io.vertx.ext.web.RoutingContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What a reader takes who may be slow, but not asleep: the connection of one who takes nothing for a minute is closed. */
public final class PatientReader extends FilterOutputStream {

    private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final RoutingContext context;
    private final long timer;
    private final AtomicLong taken = new AtomicLong();
    private long before = -1;

    public PatientReader(OutputStream out, RoutingContext context) {
        super(out);
        this.context = context;
        this.timer = context.vertx().setPeriodic(PATIENCE_MILLIS, tick -> look());
    }

    private void look() {
        var now = taken.get();
        if (now == before) {
            Connections.cut(context.request().connection());
        }
        before = now;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        taken.addAndGet(length);
    }

    @Override
    public void close() throws IOException {
        // What is under it is closed by who made it, and only when all was well.
        context.vertx().cancelTimer(timer);
    }
}
