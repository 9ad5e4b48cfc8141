package dev.lede.cli.http;

import dev.lede.cli.console.Printable;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.outcome.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Nobody answers, or the connection was lost. */
public final class Unreachable extends CommandFailed {

    private static final long serialVersionUID = 1L;

    public Unreachable(String sentence) {
        super(Outcome.OUT_OF_REACH, sentence);
    }

    static Unreachable of(Throwable failure, ServerAddress address) {
        return new Unreachable(sentence(failure, address));
    }

    private static String sentence(Throwable failure, ServerAddress address) {
        if (isCausedBy(failure, UnresolvedAddressException.class) || isCausedBy(failure, UnknownHostException.class)) {
            return "There is no host named " + address.host() + ". --url or LEDE_URL says where Lede is.";
        }
        if (isCausedBy(failure, SSLHandshakeException.class)) {
            return "The certificate of " + address.host() + " is not accepted (" + innermost(failure)
                    + "). JAVA_OPTS=-Djavax.net.ssl.trustStore=… names another set of trusted ones.";
        }
        if (isCausedBy(failure, SSLException.class)) {
            return address + " does not speak TLS (" + innermost(failure) + "). Is it an http:// address?";
        }
        if (isCausedBy(failure, HttpConnectTimeoutException.class)) {
            var doubt = address.base().startsWith("https") ? " Does it speak TLS?" : "";
            return address + " cannot be reached: no connection came about in time." + doubt;
        }
        if (isCausedBy(failure, HttpTimeoutException.class)) {
            return address + " did not answer in time.";
        }
        if (isCausedBy(failure, ConnectException.class)) {
            return "Nothing listens at " + address + ". Is Lede running? --url or LEDE_URL says where it is.";
        }
        return "The connection to " + address + " was lost (" + innermost(failure) + ").";
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static String innermost(Throwable failure) {
        var message = causes(failure)
                .map(Throwable::getMessage)
                .filter(text -> text != null && !text.isBlank())
                .reduce((outer, inner) -> inner)
                .orElse(failure instanceof IOException ? "no reason was given" : failure.toString());
        return Printable.of(message);
    }
}
