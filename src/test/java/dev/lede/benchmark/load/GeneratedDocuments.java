package dev.lede.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Documents as a news site has them: nine of ten in Chinese, the others in English, with all the front matter that such
 * sites write, some 2 KB each; 5,000 tags, of which the n-th is borne n times more seldom than the first. The same number
 * gives the same document, always.
 */
public final class GeneratedDocuments {

    static final int TAGS = 5_000;
    static final int SECTIONS = 20;

    private static final List<String> CHINESE =
            List.of(("公司 芯片 研究 计划 市场 用户 数据 模型 技术 发布 报道 表示 分析 投资 生产 能源 城市 学校 医院 交通 天气 旅行 音乐 电影 书店"
                            + " 咖啡 周末 早晨 孩子 老师 工程师 记者 会议 合作 竞争 增长 下降 超过 预计 今年 去年 第一季度 首次 仍然 已经 正在"
                            + " 可能 因此 但是 同时 其中 消费者 价格 订单 供应链 设计 测试 软件 硬件 云端 手机 汽车 电池 工厂 港口")
                    .split(" "));
    private static final List<String> ENGLISH =
            List.of(("the a company chip research plan market users data model technology release report says analysis"
                            + " investment production energy city school hospital traffic weather travel music film"
                            + " bookshop coffee weekend morning children teacher engineer journalist meeting growth"
                            + " falls exceeds expected this year last quarter first still already perhaps therefore but")
                    .split(" "));

    private GeneratedDocuments() {}

    public static String path(int number) {
        var random = of(number);
        return "content/section-" + random.nextInt(SECTIONS) + "/" + slug(number) + ".md";
    }

    public static String slug(int number) {
        return "article-" + number;
    }

    /** A tag by its rank, from 0, the most borne first. */
    static String tag(int rank) {
        return "tag-" + rank;
    }

    public static byte[] document(int number) {
        var random = of(number);
        random.nextInt(SECTIONS);
        var chinese = random.nextInt(10) > 0;
        var tags = IntStream.range(0, 3 + random.nextInt(4))
                .mapToObj(nth -> tag((int) Math.exp(random.nextDouble() * Math.log(TAGS)) - 1))
                .distinct()
                .collect(Collectors.joining(", ", "[", "]"));
        var date = Instant.ofEpochSecond(1_420_000_000L + random.nextLong(330_000_000L));
        return ("---\ntitle: \"" + words(random, chinese, 8) + " " + number + "\"\ndate: " + date + "\nsummary: \""
                        + sentence(random, chinese) + "\"\ncategories: [category-" + random.nextInt(10) + "]\nlang: "
                        + (chinese ? "zh-CN" : "en") + "\ntags: " + tags + "\nmenu: main\nthumbnail: \"\"\nlead: \"\"\n"
                        + "comments: false\nauthorbox: true\npager: true\ntoc: false\nmathjax: true\nsidebar: right\n"
                        + "widgets:\n  - search\n  - recent\n  - taglist\n---\n\n" + body(random, chinese))
                .getBytes(UTF_8);
    }

    /** Writes the documents of these numbers into one archive. */
    public static void writeTar(Path file, int from, int until) throws IOException {
        try (var tar = new TarArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), "UTF-8")) {
            for (int number = from; number < until; number++) {
                var bytes = document(number);
                var entry = new TarArchiveEntry(path(number));
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
    }

    private static SplittableRandom of(int number) {
        return new SplittableRandom(number * 7_919L + 1);
    }

    private static String body(SplittableRandom random, boolean chinese) {
        var body = new StringBuilder();
        int paragraphs = 4 + random.nextInt(5);
        for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
            if (paragraph % 3 == 2) {
                body.append("## ").append(words(random, chinese, 4)).append("\n\n");
            }
            int sentences = 2 + random.nextInt(3);
            for (int nth = 0; nth < sentences; nth++) {
                body.append(sentence(random, chinese)).append(chinese ? "" : " ");
            }
            body.append(random.nextInt(4) == 0 ? "**[3nm](https://news.example/" + random.nextInt(1_000) + ")**" : "")
                    .append("\n\n");
        }
        return body.toString();
    }

    private static String sentence(SplittableRandom random, boolean chinese) {
        return chinese
                ? words(random, true, 7 + random.nextInt(8)) + "，" + words(random, true, 5) + "。"
                : words(random, false, 8 + random.nextInt(8)) + ".";
    }

    private static String words(SplittableRandom random, boolean chinese, int count) {
        var vocabulary = chinese ? CHINESE : ENGLISH;
        return IntStream.range(0, count)
                .mapToObj(nth -> vocabulary.get(random.nextInt(vocabulary.size())))
                .collect(Collectors.joining(chinese ? "" : " "));
    }
}
