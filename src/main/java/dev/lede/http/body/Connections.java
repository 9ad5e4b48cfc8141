package dev.lede.http.body;

import io.quarkus.logging.Log;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** Connections that are ended from here. */
public final class Connections {

    private Connections() {}

    /** Ends one at once, whatever is on its way: to close it in order would be to wait for who does not read. */
    public static void cut(HttpConnection connection) {
        if (connection instanceof ConnectionBase channel) {
            var closing = channel.channelHandlerContext().close();
            Log.debugf("A client who took nothing in was cut off: done=%s", closing.isDone());
        } else {
            var closing = connection.close();
            Log.debugf("A client who took nothing in is cut off: done=%s", closing.isComplete());
        }
    }
}
