package dev.venicesim.jobs;

import dev.venicesim.money.Usd;

/**
 * Order of a video: what was asked for.
 *
 * @param queueId the id the client got
 * @param model the model's id
 * @param prompt an excerpt of the prompt, at most {@link #PROMPT_EXCERPT} characters
 * @param format what the finished video looks like
 * @param cost what it was quoted at
 * @param link whether the video is handed out by a download link only
 */
public record JobOrder(String queueId, String model, String prompt, VideoFormat format, Usd cost, boolean link) {

    /** Characters of a prompt that a job keeps; the rest is never needed again. */
    public static final int PROMPT_EXCERPT = 200;

    public JobOrder {
        if (prompt.length() > PROMPT_EXCERPT) {
            prompt = excerpt(prompt);
        }
    }

    private static String excerpt(String prompt) {
        var cut = Character.isHighSurrogate(prompt.charAt(PROMPT_EXCERPT - 1)) ? PROMPT_EXCERPT - 1 : PROMPT_EXCERPT;
        return prompt.substring(0, cut);
    }
}
