package app.backmatter.audience.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.audience.importing.UnreadableList.Reason;
import app.backmatter.support.SmallZip;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;

/** Lists in the layouts of those who make them, as they are proposed to be taken. */
class KnownListsTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String MAILCHIMP_TAIL =
            "MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION";

    @Test
    void mailchimpSaysByItsFileNamesWhoLeft() throws IOException {
        var head = "Email Address,First Name,Last Name," + MAILCHIMP_TAIL;
        var zip = SmallZip.archive()
                .with("subscribed_members_export_1a.csv", head + """
                    ,LAST_CHANGED,LEID,EUID,NOTES,TAGS
                    ana@example.com,Ana,Reyes,4,,,2021-02-03 04:05:06,1.2.3.4,,,,,,US,NY,2024-01-01 00:00:00,1,2,,"\\"\\"Editors\\"\\",\\"\\"Beta\\"\\""
                    """.replace("\\\"", "\""))
                .with("unsubscribed_members_export_1a.csv", head + """
                    ,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,LEID,EUID,NOTES,TAGS
                    ben@example.com,Ben,,2,2020-01-01 00:00:00,,,,,,,,,,,2022-05-06 07:08:09,,,,,1,2,,
                    """)
                .with("cleaned_members_export_1a.csv", head + """
                    ,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID,LEID,EUID,NOTES,TAGS
                    cy@example.com,,,2,2020-01-01 00:00:00,,,,,,,,,,,2022-05-06 07:08:09,,,1,2,,
                    """)
                .with("nonsubscribed_members_export_1a.csv", head + """
                    ,LAST_CHANGED,LEID,EUID,NOTES,TAGS
                    dee@example.com,,,2,,,,,,,,,,,,2022-05-06 07:08:09,1,2,,
                    """);
        var rows = taken("members_export_1a.zip", zip.bytes());

        assertThat(rows)
                .containsExactly(
                        "ana@example.com Ana SUBSCRIBED 2021-02-03T04:05:06Z US [Editors, Beta]",
                        "ben@example.com Ben LEFT 2022-05-06T07:08:09Z",
                        "cy@example.com  BOUNCED 2022-05-06T07:08:09Z",
                        "nonsubscribed_members_export_1a.csv 2 never-asked");
    }

    @Test
    void mailchimpsRenamedFilesAreToldByTheirTails() throws IOException {
        var head = "Email Address," + MAILCHIMP_TAIL;
        assertThat(taken("my list.csv", head + ",CLEAN_TIME\nana@example.com,2,,,,,,,,,,,,2022-05-06 07:08:09\n"))
                .containsExactly("ana@example.com  BOUNCED 2022-05-06T07:08:09Z");
        assertThat(taken("my list.csv", head + ",LAST_CHANGED\nana@example.com,2,,,,,,,,,,,,2022-05-06 07:08:09\n"))
                .as("nobody knows")
                .containsExactly("ana@example.com  HELD -");
    }

    @Test
    void aTableOfOnesOwnSaysInPlainWordsWhenPeopleCame() throws IOException {
        assertThat(String.join(
                        "", taken("readers.csv", "Email,Status,Signed up\nana@example.com,subscribed,2021-02-03\n")))
                .contains("SUBSCRIBED 2021-02-03");
    }

    @Test
    void aweberStopsByTimeOrNumber() throws IOException {
        assertThat(taken("aweber.csv", """
            Email,Name,Date Added,Stop Time,Stop Status,Misc,Ad Tracking,IP Address,Web Form URL,Country,Region,City,Postal Code,Latitude,Longitude,DMA Code,Area Code,Tags
            ana@example.com,Ana Reyes,03/07/24 4:05pm,,0,,,,,United States,,,,,,,,"buyer,fan"
            ben@example.com,Ben,03/07/24 12:05am,04/07/24 4:05pm,0,,,,,,,,,,,,,
            cy@example.com,,03/07/24 4:05pm,,3,,,,,,,,,,,,,
            """))
                .containsExactly(
                        "ana@example.com Ana SUBSCRIBED 2024-03-07T16:05:00Z US [buyer, fan]",
                        "ben@example.com Ben LEFT 2024-04-07T16:05:00Z",
                        "cy@example.com  LEFT -");
    }

    @Test
    void kitHasStates() throws IOException {
        assertThat(taken("kit.csv", """
            first_name,email_address,state,created_at,tags
            Ana,ana@example.com,active,2023-03-24T10:23:10Z,"one, two"
            Ben,ben@example.com,inactive,2023-03-24T10:23:10Z,
            Cy,cy@example.com,cancelled,2023-03-24T10:23:10Z,
            Dee,dee@example.com,Cold,2023-03-24T10:23:10Z,
            Eve,eve@example.com,complained,2023-03-24T10:23:10Z,
            Fay,fay@example.com,something new,2023-03-24T10:23:10Z,
            """))
                .containsExactly(
                        "ana@example.com Ana SUBSCRIBED 2023-03-24T10:23:10Z [one, two]",
                        "ben@example.com Ben HELD 2023-03-24T10:23:10Z",
                        "cy@example.com Cy LEFT -",
                        "dee@example.com Dee SUBSCRIBED 2023-03-24T10:23:10Z",
                        "eve@example.com Eve COMPLAINED -",
                        "fay@example.com Fay HELD 2023-03-24T10:23:10Z");
    }

    @Test
    void othersTellItTheirOwnWay() throws IOException {
        assertThat(taken("active.csv", """
            Subscriber;Name;Last name;Subscribed;Groups
            ana@example.com;Ana;Reyes;2023-03-24 10:23:10;thriller;x
            """))
                .as("MailerLite")
                .containsExactly("ana@example.com Ana HELD 2023-03-24T10:23:10Z [thriller]");
        assertThat(taken("followers.csv", "Follower Email,Followed Time\nana@example.com,2025-04-01 10:00:00 UTC\n"))
                .as("Gumroad")
                .containsExactly("ana@example.com  SUBSCRIBED 2025-04-01T10:00:00Z");
        assertThat(taken("sales.csv", """
            Purchase ID,Buyer Name,Purchase Email,Buyer Email,Do not contact?
            1,Ana Reyes,ana@example.com,other@example.com,0
            2,Ben,ben@example.com,,1
            Totals,,,,
            """))
                .as("Gumroad's sales")
                .containsExactly("ana@example.com Ana HELD -", "ben@example.com Ben LEFT -", "sales.csv 4 no-address");
        assertThat(taken("bookfunnel.csv", """
            Email,First Name,Last Name,Date,Book,Opted In,Confirmed
            ana@example.com,Ana,,2024-01-02,A,Yes,Yes
            ben@example.com,Ben,,2024-01-02,A,No,No
            cy@example.com,Cy,,2024-01-02,A,Yes,No
            dee@example.com,Dee,,2024-01-02,A,,Yes
            """))
                .as("BookFunnel")
                .containsExactly(
                        "ana@example.com Ana SUBSCRIBED 2024-01-02T00:00:00Z",
                        "bookfunnel.csv 3 never-asked",
                        "cy@example.com Cy HELD 2024-01-02T00:00:00Z",
                        "dee@example.com Dee HELD 2024-01-02T00:00:00Z");
        assertThat(taken("email_list.ada.csv", """
            email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at
            ana@example.com,false,,other,false,2023-03-24T10:23:10.123Z,
            ben@example.com,true,,yearly,true,2023-03-24T10:23:10.123Z,
            1@deletion-request.substack.com,false,,other,false,2023-03-24T10:23:10.123Z,
            """))
                .as("Substack")
                .containsExactly(
                        "ana@example.com  SUBSCRIBED 2023-03-24T10:23:10Z",
                        "ben@example.com  LEFT -",
                        "email_list.ada.csv 4 never-asked");
        assertThat(taken("members.csv", """
            id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers
            1,ana@example.com,Ana Reyes,,true,,,2023-03-24T10:23:10.000Z,,"VIP,Fan",
            2,ben@example.com,Ben,,false,,,2023-03-24T10:23:10.000Z,,,
            """))
                .as("Ghost")
                .containsExactly(
                        "ana@example.com Ana SUBSCRIBED 2023-03-24T10:23:10Z [VIP, Fan]", "ben@example.com Ben LEFT -");
        assertThat(taken("beehiiv.csv", """
            email,First Name,Last Name,status,tier,created_at,unsubscribed_at
            ana@example.com,Ana,,active,free,2023-03-24 10:23:10 UTC,
            ben@example.com,Ben,,inactive,free,2023-03-24 10:23:10 UTC,
            """))
                .as("beehiiv")
                .containsExactly("ana@example.com Ana SUBSCRIBED 2023-03-24T10:23:10Z", "ben@example.com Ben LEFT -");
        assertThat(taken("buttondown.csv", """
            id,email,notes,subscriber_type,creation_date,subscription_date,unsubscription_date
            1,ana@example.com,,regular,2023-03-24 10:23:10+00:00,,
            2,ben@example.com,,unactivated,2023-03-24 10:23:10+00:00,,
            3,cy@example.com,,undeliverable,2023-03-24 10:23:10+00:00,,
            """))
                .as("Buttondown")
                .containsExactly(
                        "ana@example.com  SUBSCRIBED 2023-03-24T10:23:10Z",
                        "ben@example.com  HELD 2023-03-24T10:23:10Z",
                        "cy@example.com  BOUNCED -");
    }

    @ParameterizedTest
    @CsvSource({
        "mailchimp, 'Email,OPTIN_TIME,CONFIRM_TIME', MAILCHIMP",
        "aweber, 'Email,Stop Time,Stop Status', AWEBER",
        "kit, 'Email,First Name,State,Created At', KIT",
        "mailerlite, 'Subscriber,Name', MAILERLITE",
        "gumroad, 'Follower Email,Followed Time', GUMROAD_FOLLOWERS",
        "shopify, 'First Name,Last Name,Email,Accepts Email Marketing,Tags', SHOPIFY",
        "plain, 'Email,Name', OTHER"
    })
    void isRecognisedByItsColumns(String name, String head, Maker maker) throws IOException {
        try (var file = open(name + ".csv", bytes(head + "\nana@example.com,,,,\n"))) {
            assertThat(ReadList.of(file).maker()).isEqualTo(maker);
        }
    }

    @Test
    void readsEveryEncodingAndSeparator() throws IOException {
        var row = "ana@example.com Zoë HELD - [été]";
        assertThat(taken("a.csv", bytes("\ufeffE-Mail;Vorname;Tags\r\nana@example.com;Zoë;été\r\n")))
                .containsExactly(row);
        assertThat(taken("a.csv", bytes("sep=;\r\nE-Mail;Vorname;Tags\r\nana@example.com;Zoë;été\r\n")))
                .containsExactly(row);
        assertThat(taken(
                        "a.txt",
                        "email\tfirst name\ttags\nana@example.com\tZoë\tété\n"
                                .getBytes(Charset.forName("windows-1252"))))
                .containsExactly(row);
        assertThat(taken(
                        "a.txt",
                        "\ufeffemail\tfirst name\ttags\nana@example.com\tZoë\tété\n"
                                .getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly(row);
        assertThat(taken(
                        "a.csv",
                        bytes("email,first name,notes,tags\nana@example.com,Zoë,\"two\nlines, \"\"quoted\"\"\",été\n")))
                .containsExactly(row);
    }

    @Test
    void readsAddressesAsPeopleWriteThem() throws IOException {
        assertThat(taken("a.csv", """
            email
             ANA@Example.com\u00a0
            "Ben <ben@example.com>"
            mailto:cy@example.com
            '-dee@example.com
            müller@bücher.example
            nobody
            a b@example.com
            """))
                .containsExactly(
                        "ana@example.com  HELD -",
                        "ben@example.com  HELD -",
                        "cy@example.com  HELD -",
                        "-dee@example.com  HELD -",
                        "müller@bücher.example  HELD -",
                        "a.csv 7 address",
                        "a.csv 8 address");
    }

    @Test
    void takesAListWithoutAHead() throws IOException {
        assertThat(taken("a.csv", "Ana,ana@example.com\nBen,ben@example.com\n"))
                .containsExactly("ana@example.com  HELD -", "ben@example.com  HELD -");
    }

    @Test
    void refusesWhatIsNoList() {
        assertRefused("a.csv", bytes("Email,Name\n"), Reason.NO_ROWS);
        assertRefused("a.csv", bytes("\n\n\n"), Reason.EMPTY);
        assertRefused("a.csv", bytes("Name,Town\nAna,Oslo\n"), Reason.NO_ADDRESSES);
        assertRefused("a.csv", bytes("%PDF-1.7 ..."), Reason.NOT_A_LIST);
        assertRefused("a.csv", new byte[] {1, 0, 2, 0, 3}, Reason.NOT_A_LIST);
        assertRefused("a.csv", bytes("x,".repeat(300) + "\na@example.com\n"), Reason.TOO_MANY_COLUMNS);
        assertRefused(
                "a.csv", bytes("email,name\na@example.com,\"never\n" + "x\n".repeat(10)), Reason.NEVER_ENDING_CELL);
        assertRefused("a.zip", SmallZip.archive().with("readme.md", "x").bytes(), Reason.NO_LIST_INSIDE);
        assertRefused(
                "a.xlsx", SmallZip.archive().with("xl/workbook.xml", "<broken").bytes(), Reason.BROKEN_WORKBOOK);
        assertRefused("a.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, Reason.OLD_WORKBOOK);
    }

    private static void assertRefused(String name, byte[] content, Reason reason) {
        assertThatThrownBy(() -> taken(name, content))
                .as(name + " " + reason)
                .isInstanceOfSatisfying(
                        UnreadableList.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static List<String> taken(String name, String content) throws IOException {
        return taken(name, bytes(content));
    }

    /** Each row in short, by the proposed plan. */
    private static List<String> taken(String name, byte[] content) throws IOException {
        try (var file = open(name, content)) {
            var list = ReadList.of(file);
            list.requireRows();
            try (var rows = new Rows(list, list.propose(), NOW)) {
                return rows.next(1000).stream().map(KnownListsTests::inShort).toList();
            }
        }
    }

    private static String inShort(Row row) {
        return switch (row) {
            case Row.Refused no -> no.part() + " " + no.line() + " " + no.reason();
            case Row.Entry entry ->
                entry.email() + " " + entry.firstName() + " " + entry.standing() + " "
                        + (entry.at() == null ? "-" : entry.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
                        + (entry.country().isEmpty() ? "" : " " + entry.country())
                        + (entry.tags().equals(Set.of()) ? "" : " " + entry.tags());
        };
    }

    private static ListFile open(String name, byte[] content) throws IOException {
        return ListFile.open(name, new ByteArrayResource(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
