package app.backmatter.audience.importing;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column of a list may hold for us. */
public enum Field {
    EMAIL,
    FIRST_NAME,
    FULL_NAME,
    TAGS,
    STATUS,
    OPTED_IN,
    JOINED,
    CONFIRMED,
    LEFT,
    COUNTRY,
    NOTHING;

    /** What columns are called by whoever wrote the list. */
    private static final Map<String, Field> USUAL = Stream.of(
                    Map.entry(
                            EMAIL,
                            "email,e-mail,email address,e-mail address,email_address,emailaddress,e-mail adresse,"
                                    + "deine e-mail adresse,e-mail-adresse,mail,subscriber,subscriber email,"
                                    + "follower email,purchase email,contact email"),
                    Map.entry(FIRST_NAME, "first name,first_name,firstname,given name,given_name,vorname,prénom"),
                    Map.entry(FULL_NAME, "name,full name,full_name,fullname,subscriber name,buyer name"),
                    Map.entry(TAGS, "tags,tag,groups,labels,segments"),
                    Map.entry(
                            STATUS,
                            "status,state,subscription status,subscription_status,email status,email_status,"
                                    + "subscriber_type,subscriber status,subscribed_to_emails"),
                    Map.entry(
                            OPTED_IN,
                            "opted in,opted-in,opted_in,opt in,opt-in,accepts email marketing,accepts marketing"),
                    Map.entry(
                            JOINED,
                            "created_at,created at,created date,creation_date,date"
                                    + " added,date_added,subscribed,subscribed at,subscribed_at,subscribe date,date"
                                    + " subscribed,signup date,sign up date,sign-up date,subscription"
                                    + " date,optin_time,opt-in date,opt-in time,opt-in-time,optin date,followed"
                                    + " time,joined,joined at,joined_at,joined on,date joined,signed up,signed up"
                                    + " at,signed up on,registration date"),
                    Map.entry(
                            CONFIRMED,
                            "confirm_time,confirmed,confirmed at,confirmed_at,confirmation date,subscription_date"),
                    Map.entry(
                            LEFT,
                            "unsub_time,clean_time,unsubscribed,unsubscribed at,unsubscribed_at,unsubscribed on,"
                                    + "unsubscribe date,date unsubscribed,unsubscription_date,opted out,opted-out,"
                                    + "opted_out,stop time,stop status,email_disabled,do not contact?,do not contact,"
                                    + "deleted_at,bounced_at,bounced at,complained_at,complained at"),
                    Map.entry(COUNTRY, "country,country code,country_code,cc,land"))
            .flatMap(entry ->
                    Stream.of(entry.getValue().split(",")).map(name -> Map.entry(name.strip(), entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** By the column's name, in small letters. */
    static Field usual(String column) {
        return USUAL.getOrDefault(column, NOTHING);
    }

    /** Whether several columns may hold it together. */
    boolean mayRepeat() {
        return this == TAGS || this == LEFT || this == NOTHING;
    }
}
