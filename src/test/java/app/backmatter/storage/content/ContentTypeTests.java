package app.backmatter.storage.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTypeTests {
    @ParameterizedTest
    @MethodSource("heads")
    void tellsTheTypeByTheContent(String head, String type) {
        assertThat(ContentType.of(head.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(type);
    }

    static Stream<Arguments> heads() {
        var localHeader = "PK\3\4\u0014\0\0\0" + "\0\0" + "_".repeat(20);
        var deflated = "PK\3\4\u0014\0\0\0" + "\u0008\0" + "_".repeat(20);
        return Stream.of(
                arguments("%PDF-1.7", "application/pdf"),
                arguments(localHeader + "mimetypeapplication/epub+zipPK\1\2", "application/epub+zip"),
                arguments(deflated + "mimetypeapplication/epub+zipPK\1\2", "application/zip"),
                arguments(localHeader + "mimetypeapplication/epub+zip and more", "application/zip"),
                arguments(localHeader + "word/document.xml", "application/zip"),
                arguments("\u0089PNG\r\n\u001a\n", "image/png"),
                arguments("\u00ff\u00d8\u00ff\u00e0", "image/jpeg"),
                arguments("GIF89a", "image/gif"),
                arguments("RIFF____WEBPVP8", "image/webp"),
                arguments("ID3\4\0", "audio/mpeg"),
                arguments("\u00ff\u00fb\u0090", "audio/mpeg"),
                arguments("\0\0\0\u0020ftypM4B ", "audio/mp4"),
                arguments("\0\0\0\u0020ftypM4A ", "audio/mp4"),
                arguments("\0\0\0\u0020ftypaax ", "audio/mp4"),
                arguments("\0\0\0\u0020ftypmp42", "video/mp4"),
                arguments("OggS\0\2", "audio/ogg"),
                arguments("fLaC\0\0\0\"", "audio/flac"),
                arguments("Chapter one\n\nIt was", "text/plain"),
                arguments("\n<html><script>alert(1)</script>", ContentType.UNKNOWN),
                arguments("<svg xmlns='http://www.w3.org/2000/svg'/>", ContentType.UNKNOWN),
                arguments("MZ\u0090\0", ContentType.UNKNOWN),
                arguments("", ContentType.UNKNOWN));
    }
}
