package dev.lede.ingest.spool;

import dev.lede.ingest.derive.IngestConfig;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;

/** Documents of 1 KB, assets of 2 KB, uploads of 4 MB with 100 entries. */
record SmallLimits() implements IngestConfig.Limits {
    @Override
    public MemorySize document() {
        return new MemorySize(BigInteger.valueOf(1 << 10));
    }

    @Override
    public MemorySize asset() {
        return new MemorySize(BigInteger.valueOf(2 << 10));
    }

    @Override
    public MemorySize archive() {
        return new MemorySize(BigInteger.valueOf(4 << 20));
    }

    @Override
    public int entries() {
        return 100;
    }

    @Override
    public int compressionRatio() {
        return 200;
    }
}
