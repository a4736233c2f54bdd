package dev.venicesim.media.render;

/**
 * Text of a test card: what it tells its viewer.
 *
 * <p>Any Unicode is accepted: the picture shows an excerpt in the glyphs of a bitmap font, the file's metadata an
 * excerpt in UTF-8.
 *
 * @param model the model's id
 * @param prompt the prompt of the request; may be empty
 * @param queueId the job's id; two ids never give the same bytes
 */
public record Card(String model, String prompt, String queueId) {}
