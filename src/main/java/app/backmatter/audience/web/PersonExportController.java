package app.backmatter.audience.web;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.domain.AudienceData;
import app.backmatter.pages.NotFound;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** Everything about one person as a file, for the person who asks what is kept. */
@Controller
class PersonExportController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Audience audience;
    private final AudienceData data;

    PersonExportController(Audience audience, AudienceData data) {
        this.audience = audience;
        this.data = data;
    }

    @GetMapping("/w/{workspace}/contacts/{id}/export")
    ResponseEntity<byte[]> export(@PathVariable UUID id) {
        var contact = audience.find(new ContactId(id)).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person.json\"")
                .cacheControl(CacheControl.noStore())
                .body(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(data.of(contact.id())));
    }
}
