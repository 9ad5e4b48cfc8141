package dev.lede.document;

import static dev.lede.document.Readings.document;
import static dev.lede.document.Readings.fenced;
import static dev.lede.document.Readings.finding;
import static dev.lede.document.Readings.findings;
import static dev.lede.document.Readings.refusal;
import static dev.lede.document.Readings.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing meant as a draft is ever published. */
class DraftsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "True",
                "TRUE",
                "yes",
                "Yes",
                "on",
                "ON",
                "y",
                "Y",
                "1",
                "\"true\"",
                "'yes'",
                "\" On \"",
                "\"1\"",
                "t"
            })
    void takesEveryYesForADraft(String written) {
        assertThat(yaml("draft: " + written).draft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "no", "off", "n", "0", "\"false\"", "'no'", "", "null", "~", "\"\""})
    void takesEveryNoForNone(String written) {
        assertThat(yaml("draft: " + written).draft()).isFalse();
        assertThat(findings("draft: " + written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "2", "-1", "[true]", "{a: b}", "2025-01-01", "truee"})
    void refusesWhatIsNeither(String written) {
        Finding finding = refusal(fenced("title: A", "draft: " + written));
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.key()).isEqualTo("draft");
        assertThat(finding.detail()).endsWith("is neither true nor false");
    }

    @Test
    void readsDraftsOfTomlAndJson() {
        assertThat(document("a.md", "+++\ndraft = true\n+++\n").draft()).isTrue();
        assertThat(document("a.md", "+++\ndraft = \"yes\"\n+++\n").draft()).isTrue();
        assertThat(document("a.md", "{\"draft\": true}").draft()).isTrue();
        assertThat(document("a.md", "{\"draft\": 1}").draft()).isTrue();
        assertThat(document("a.md", "{\"draft\": null}").draft()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "no", "\"false\"", "off"})
    void takesUnpublishedForADraft(String written) {
        assertThat(yaml("published: " + written).draft()).isTrue();
        assertThat(yaml("published: " + written).dates().date()).isNull();
    }

    @Test
    void takesOneOfThemAsEnough() {
        assertThat(yaml("draft: false", "published: false").draft()).isTrue();
        assertThat(yaml("draft: true", "published: true").draft()).isTrue();
        assertThat(document("_drafts/a.md", fenced("draft: false", "published: true"))
                        .draft())
                .isTrue();
    }

    @Test
    void takesAPublishedDateForADate() {
        Document document = yaml("published: 2025-01-02");
        assertThat(document.draft()).isFalse();
        assertThat(document.dates().publishDate()).isEqualTo("2025-01-02T00:00:00Z");
        assertThat(yaml("published: true").dates().publishDate()).isNull();
    }

    @Test
    void takesAPublishedWithoutAValueForUnpublishedAsHugoAndJekyllDo() {
        assertThat(yaml("published:").draft()).isTrue();
        assertThat(finding("title: A", "published:").line()).isEqualTo(3);
        assertThat(yaml("published: ''").draft()).isFalse();
        assertThat(yaml("draft: false", "published:").draft()).isFalse();
        assertThat(yaml("published:", "date: 2025-01-02").dates().publishDate()).isEqualTo("2025-01-02T00:00:00Z");
    }

    @Test
    void takesAPublishedZeroForNoAndNotFor1970() {
        assertThat(yaml("published: 0").draft()).isTrue();
        assertThat(yaml("published: 0").dates().date()).isNull();
        assertThat(yaml("published: 1").draft()).isFalse();
        assertThat(yaml("published: 1").dates().date()).isNull();
    }

    @Test
    void takesWhatLiesBelowDraftsForADraft() {
        assertThat(document("_drafts/a.md", "Body").draft()).isTrue();
        assertThat(document("blog/_drafts/deep/a.md", "Body").draft()).isTrue();
        assertThat(document("drafts/a.md", "Body").draft()).isFalse();
    }
}
