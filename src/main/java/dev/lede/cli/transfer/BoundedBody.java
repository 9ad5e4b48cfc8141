package dev.lede.cli.transfer;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body in memory, up to a limit. */
public final class BoundedBody implements BodySubscriber<byte[]> {

    /** No article or list that Lede answers comes near. */
    private static final long MOST_BYTES = 128L * 1024 * 1024;

    private final BodySubscriber<byte[]> inner = BodySubscribers.ofByteArray();
    private long received;

    @Override
    public CompletionStage<byte[]> getBody() {
        return inner.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        inner.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received > MOST_BYTES) {
            inner.onError(new IOException("the answer is larger than any of Lede's"));
        } else {
            inner.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        inner.onError(failure);
    }

    @Override
    public void onComplete() {
        inner.onComplete();
    }
}
