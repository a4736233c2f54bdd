package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/a.pdf",
                "https://a.example/a.MD?x=1",
                "https://a.example",
                "https://example.zip",
                "https://a.mov/",
                "https://a.example/story.html",
                "https://a.example/v1.2/story",
                "https://a.example/a.png/",
                "https://a.example/show?file=a.png",
                "https://a.example/article.mp4ever",
                "data:application/pdf;base64,AAAA",
                "data:;base64,AAAA",
                "data:,hello",
                "data:text/plain;charset=utf-8,hello",
                "data:application/octet-stream;base64,AAAA"
            })
    void mayBeADocumentOrAPage(String value) {
        assertThat(DocumentAddress.mayBe(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/a.exe",
                "https://a.example/b/a.zip",
                "https://a.example/A.PNG?width=3",
                "https://a.example/a.mp4#t=1",
                "https://a.example/a.tar.gz",
                "data:application/zip;base64,AAAA",
                "data:video/mp4;base64,AAAA",
                "data:text/html,hello"
            })
    void isNoneWhoseWordsSayOtherwise(String value) {
        assertThat(DocumentAddress.mayBe(value)).isFalse();
    }
}
