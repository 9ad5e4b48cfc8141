package dev.lede.cli.key;

import picocli.CommandLine.Command;

/** {@code lede key}: the keys of a running Lede. */
@Command(
        name = "key",
        description = "Makes, lists and revokes the keys of a running Lede. Needs an admin key.",
        subcommands = {KeyCreate.class, KeyList.class, KeyRevoke.class},
        footer = {
            "",
            "Examples:",
            "  LEDE_KEY=$(cat data/admin.key) lede key create editors --role write --expires-in 90d",
            "  lede key list",
            "  lede key revoke 3f9c2a"
        })
public final class KeyCommand {}
