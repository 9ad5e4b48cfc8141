package dev.lede.http.caching.kept;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.lede.http.caching.kept.Hits.Hit;
import dev.lede.http.manners.BriefHead;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the framework on a connection of HTTP/1.1 and answers there what {@link FastHits} would answer behind
 * it, as bytes that are ready: most of the processor's time for such a request is otherwise spent on objects around it. It
 * answers only while nothing is under way on the connection, so that answers keep the order of requests; all else it
 * passes on, both ways. Belongs to one connection and its event loop.
 */
final class Shortcut extends ChannelDuplexHandler {

    /** In bytes: bodies up to here are cheaper to copy behind the head than to write beside it. */
    private static final int SMALL = 4_096;

    private static final byte[] OK = startLine(HttpResponseStatus.OK);
    private static final byte[] MULTIPLE_CHOICES = startLine(HttpResponseStatus.MULTIPLE_CHOICES);
    private static final byte[] NOT_MODIFIED = startLine(HttpResponseStatus.NOT_MODIFIED);
    private static final byte[] END = "\r\n".getBytes(US_ASCII);
    private static final byte[] NOTHING = {};

    private final Opening opening;
    private final ConnectionBase connection;

    /** How many requests were passed on and are not answered to the end; it is opened during one. */
    private int underWay = 1;

    /** Whether the connection goes on after what was passed on. */
    private boolean lasting = true;

    /** Whether the rest of a request that was answered here is still to come. */
    private boolean answered;

    private boolean written;
    private @Nullable ChannelHandlerContext out;

    private Shortcut(Opening opening, ConnectionBase connection) {
        this.opening = opening;
        this.connection = connection;
    }

    /**
     * Opens shortcuts. Immutable.
     *
     * @param manners the lines that are the same in every answer
     */
    record Opening(Hits hits, Draining draining, byte[] manners) {

        /**
         * Opens one, unless there is one, or what is written has to be encrypted or may wait behind files. To be called on
         * the event loop, in the first request of the connection that comes to any handler.
         */
        void on(HttpConnection connection) {
            if (!(connection instanceof HttpServerConnection server && connection instanceof ConnectionBase base)) {
                return;
            }
            var pipeline = server.channel().pipeline();
            if (pipeline.get(Shortcut.class) == null
                    && pipeline.get(HttpResponseEncoder.class) != null
                    && pipeline.get(ChunkedWriteHandler.class) == null) {
                pipeline.addBefore(server.channelHandlerContext().name(), null, new Shortcut(this, base));
            }
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        out = context.pipeline().context(HttpResponseEncoder.class);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            answered = isAnswered(context, request);
            if (answered) {
                return;
            }
            underWay++;
            lasting = lasting && HttpUtil.isKeepAlive(request);
        } else if (answered) {
            // A GET without a body has nothing but its end.
            ReferenceCountUtil.release(message);
            return;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (written) {
            written = false;
            context.flush();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        var isInterim = false;
        if (message instanceof HttpResponse response) {
            isInterim = response.status().code() < 200;
            lasting = lasting && HttpUtil.isKeepAlive(response);
        }
        if (message instanceof LastHttpContent && !isInterim) {
            underWay--;
        }
        super.write(context, message, promise);
    }

    private boolean isAnswered(ChannelHandlerContext context, HttpRequest request) {
        if (underWay != 0
                || !lasting
                || opening.draining().hasBegun()
                || !context.channel().isWritable()
                || !request.method().equals(HttpMethod.GET)
                || !request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                || !request.decoderResult().isSuccess()) {
            return false;
        }
        long began = System.nanoTime();
        var head = Head.of(request.headers().iteratorCharSequence());
        var hit = head == null || !head.isLasting()
                ? null
                : opening.hits().find(request.uri(), head, connection.remoteAddress(), began);
        if (head == null || hit == null || !hit.kept().routed().isKnown()) {
            return false;
        }
        send(hit, head.requestId(), began);
        return true;
    }

    private void send(Hit hit, @Nullable String requestId, long began) {
        var encoder = out;
        if (encoder == null) {
            throw new IllegalStateException("A shortcut is opened on connections with an encoder");
        }
        var body = hit.form().octets();
        int length = hit.hasBody() ? body.readableBytes() : 0;
        int copied = length <= SMALL ? length : 0;
        var nanos = System.nanoTime() - began;
        var head = head(encoder, hit, copied);
        BriefHead.write(head, requestId, nanos, hit.kept().revision());
        head.writeBytes(END).writeBytes(body, body.readerIndex(), copied);
        write(encoder, head);
        if (copied < length) {
            write(encoder, body);
        }
        written = true;
        connection.reportBytesWritten(length);
        connection.flushBytesWritten();
        hit.kept().routed().ended(hit.status(), nanos);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // of a void promise: what fails is told to the handlers
    private static void write(ChannelHandlerContext encoder, ByteBuf bytes) {
        encoder.write(bytes, encoder.voidPromise());
    }

    /** All lines that are ready, in a buffer with room for the others and for so many bytes more. */
    private ByteBuf head(ChannelHandlerContext encoder, Hit hit, int more) {
        var form = hit.form();
        var start = start(hit.status());
        var told = hit.told() == null ? NOTHING : hit.told().lines();
        var linesOfBody = hit.hasBody() ? form.linesOfBody() : NOTHING;
        int size = start.length + opening.manners().length + told.length + form.lines().length + linesOfBody.length;
        return encoder.alloc()
                .directBuffer(size + BriefHead.MOST + more)
                .writeBytes(start)
                .writeBytes(opening.manners())
                .writeBytes(told)
                .writeBytes(form.lines())
                .writeBytes(linesOfBody);
    }

    private static byte[] startLine(HttpResponseStatus status) {
        return ("HTTP/1.1 " + status + "\r\n").getBytes(US_ASCII);
    }

    /** The statuses of what is kept. */
    private static byte[] start(int status) {
        return switch (status) {
            case 200 -> OK;
            case 300 -> MULTIPLE_CHOICES;
            default -> NOT_MODIFIED;
        };
    }
}
