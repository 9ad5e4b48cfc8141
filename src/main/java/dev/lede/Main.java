package dev.lede;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the process starts: it serves. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        Quarkus.run(arguments);
    }
}
