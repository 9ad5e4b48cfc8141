package dev.lede.article.writing;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;

/**
 * Where a title stands in the alphabet: the sort key of ICU's root collation, which orders titles the same on every
 * server, whatever collations it has. Thread-safe.
 */
final class TitleKey {

    private static final Collator ROOT = Collator.getInstance(ULocale.ROOT).freeze();

    private TitleKey() {}

    /** The key, cut at so many bytes that an index takes it. */
    static byte[] of(String title, int longest) {
        var key = ROOT.getCollationKey(title).toByteArray();
        return key.length <= longest ? key : Arrays.copyOf(key, longest);
    }
}
