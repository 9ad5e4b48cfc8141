package dev.lede.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Articles in five languages, made up of words that are as frequent as words are: the same every time. */
final class Corpus {

    private static final int WORDS = 30_000;
    private static final int HAN = 3_500;

    private final Random random = new Random(7);
    private final List<String> chinese = words(2, 4, () -> (char) (0x4E00 + 5 * zipf(HAN)));
    private final List<String> japanese = words(2, 5, () -> (char) (0x30A1 + random.nextInt(80)));
    private final List<String> korean = words(2, 4, () -> (char) (0xAC00 + 7 * random.nextInt(1_400)));
    private final List<String> latin = latin();

    /** Characters of a language. */
    @FunctionalInterface
    private interface Letters {
        char next();
    }

    /** As in languages with spaces, those words are short that are frequent. */
    private List<String> latin() {
        Letters letters = () -> "eeeaaaiioontsrlldcumphgbfykvw".charAt(random.nextInt(29));
        var words = words(60, 2, 5, letters);
        words.addAll(words(440, 3, 8, letters));
        words.addAll(words(WORDS - 500, 4, 12, letters));
        return words;
    }

    private List<String> words(int least, int most, Letters letters) {
        return words(WORDS, least, most, letters);
    }

    private List<String> words(int count, int least, int most, Letters letters) {
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, least + random.nextInt(most - least))
                        .mapToObj(j -> String.valueOf(letters.next()))
                        .collect(Collectors.joining()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The first of so many are the likeliest. */
    private int zipf(int most) {
        return (int) Math.min(most - 1, Math.exp(random.nextDouble() * Math.log(most)) - 1);
    }

    /** A document with front matter; of ten four are Chinese, three English, and one each Japanese, Korean and German. */
    String document(int number) {
        int kind = number % 10;
        var lang = kind < 4 ? "zh-CN" : kind < 7 ? "en" : kind == 7 ? "ja" : kind == 8 ? "ko" : "de";
        return "---\ntitle: \"" + sentence(lang, 6) + "\"\nlang: " + lang + "\ndate: " + (2005 + random.nextInt(20))
                + "-0"
                + (1 + random.nextInt(9)) + "-1" + random.nextInt(10) + "\ntags: [tag" + zipf(500) + ", tag" + zipf(500)
                + "]\n---\n\n" + body(lang);
    }

    private String body(String lang) {
        int words = (isSpaced(lang) ? 500 : 470) + random.nextInt(200);
        var body = new StringBuilder();
        for (int written = 0; written < words; written += 15) {
            body.append(sentence(lang, 15)).append(isSpaced(lang) ? ". " : "。");
            if (random.nextInt(5) == 0) {
                body.append("\n\n");
            }
        }
        return body.toString();
    }

    private String sentence(String lang, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> word(lang))
                .collect(Collectors.joining(isSpaced(lang) ? " " : ""));
    }

    private static boolean isSpaced(String lang) {
        return !lang.equals("zh-CN") && !lang.equals("ja");
    }

    private String word(String lang) {
        return of(lang).get(zipf(WORDS));
    }

    private List<String> of(String lang) {
        return switch (lang) {
            case "zh-CN" -> chinese;
            case "ja" -> japanese;
            case "ko" -> korean;
            default -> latin;
        };
    }

    /** Words of a language from this place among its likeliest. */
    List<String> words(String lang, int from, int count) {
        return new ArrayList<>(of(lang).subList(from, from + count));
    }
}
