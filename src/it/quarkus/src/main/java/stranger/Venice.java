package stranger;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The API, as Quarkus' REST client sees it. */
@RegisterRestClient(configKey = "venice")
@ClientHeaderParam(name = "Authorization", value = "Bearer ${venice.api-key}")
@Path("/video")
interface Venice {

    @POST
    @Path("/queue")
    Map<String, String> queue(Map<String, String> request);
}
