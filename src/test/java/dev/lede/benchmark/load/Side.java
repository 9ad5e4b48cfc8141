package dev.lede.benchmark.load;

import dev.lede.benchmark.load.Load.Result;
import java.util.ArrayList;
import java.util.List;

/** One of several servers that are asked by turns, and what it is asked for. */
public record Side(Load load, Server server) {

    private static final int ROUNDS = 3;

    /** What each of them answers flat out, once all are warm: its median of {@value #ROUNDS} rounds. */
    public static List<Result> byTurns(List<Side> sides) throws Exception {
        var results = new ArrayList<List<Result>>();
        for (var side : sides) {
            side.load.warmUp(side.server);
            results.add(new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int number = 0; number < sides.size(); number++) {
                var side = sides.get(number);
                results.get(number).add(side.load.flatOut(side.server));
            }
        }
        return results.stream().map(Result::median).toList();
    }
}
