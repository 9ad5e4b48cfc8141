package dev.lede.document.mistake;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file is that is no text in UTF-8, by its first bytes. */
public final class FileKind {

    private static final int LOOKED_AT = 400;

    /** By what they begin with, in hex; the longer of two that begin alike first. */
    private static final Map<String, String> BEGINNINGS = beginnings();

    private FileKind() {}

    /** With its article, to stand after "the file is"; null when nothing speaks against text. */
    public static @Nullable String of(byte[] bytes) {
        String begin = HexFormat.of().withUpperCase().formatHex(bytes, 0, Math.min(bytes.length, 12));
        for (Map.Entry<String, String> kind : BEGINNINGS.entrySet()) {
            if (begin.startsWith(kind.getKey())) {
                return kind.getValue();
            }
        }
        return begin.startsWith("52494646") && begin.endsWith("57454250") ? "a WebP picture" : withoutMark(bytes);
    }

    /** Every other byte of Western text in UTF-16 is zero. */
    private static @Nullable String withoutMark(byte[] bytes) {
        int[] zeros = new int[2];
        int length = Math.min(bytes.length, LOOKED_AT) / 2 * 2;
        for (int at = 0; at < length; at++) {
            zeros[at % 2] += bytes[at] == 0 ? 1 : 0;
        }
        boolean isUtf16 = length >= 4 && Math.abs(zeros[0] - zeros[1]) > length / 4;
        return isUtf16 ? "UTF-16 without a byte order mark" : null;
    }

    private static Map<String, String> beginnings() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("FFFE0000", "UTF-32");
        kinds.put("0000FEFF", "UTF-32");
        kinds.put("FFFE", "UTF-16");
        kinds.put("FEFF", "UTF-16");
        kinds.put("89504E470D0A1A0A", "a PNG picture");
        kinds.put("FFD8FF", "a JPEG picture");
        kinds.put("474946383761", "a GIF picture");
        kinds.put("474946383961", "a GIF picture");
        kinds.put("255044462D", "a PDF document");
        kinds.put("504B0304", "a ZIP archive, as documents of word processors are");
        kinds.put("1F8B08", "compressed by gzip");
        kinds.put("D0CF11E0A1B11AE1", "a document of an old word processor");
        return kinds;
    }
}
