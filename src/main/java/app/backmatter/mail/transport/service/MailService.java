package app.backmatter.mail.transport.service;

import app.backmatter.mail.transport.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What one service wants to be asked, and what its answers mean. */
interface MailService {
    HttpRequest.Builder request(Parcel parcel);

    /** @param answer neither a yes, nor about the keys, nor one that may be another a moment later */
    Answer refusal(Parcel parcel, HttpResponse<String> answer);
}
