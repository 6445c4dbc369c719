package dev.fastjava.user;

import dev.fastjava.Decorated;
import dev.fastjava.DecoratorRegistry;
import dev.fastjava.Fastjava;
import dev.fastjava.FastjavaOptions;
import dev.fastjava.FoundRoute;
import dev.fastjava.Handler;
import dev.fastjava.Plugin;
import dev.fastjava.Plugins;
import dev.fastjava.Reply;
import dev.fastjava.ReplySerializer;
import dev.fastjava.Request;
import dev.fastjava.RequestData;
import dev.fastjava.RequestOrigin;
import dev.fastjava.RequestValidation;
import dev.fastjava.Response;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteDescription;
import dev.fastjava.RouteInfo;
import dev.fastjava.RouteMethods;
import dev.fastjava.RouteOptions;
import dev.fastjava.RouteRegistry;
import dev.fastjava.SchemaRegistry;
import dev.fastjava.TypedHandler;
import dev.fastjava.TypedHandler1;
import dev.fastjava.TypedHandler2;
import dev.fastjava.TypedHandler3;
import dev.fastjava.TypedRoute;
import dev.fastjava.TypedRoute1;
import dev.fastjava.TypedRoute2;
import dev.fastjava.TypedRoute3;
import dev.fastjava.http.Headers;
import dev.fastjava.http.RawReply;
import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectException;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.type.ConfigKey;
import dev.fastjava.type.DecoratorKey;
import dev.fastjava.type.TypeRef;
import dev.fastjava.type.TypedKey;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** The application: it takes an order, prints the answer and ends. */
public final class Shop {
  private static final DecoratorKey<Shop> SHOP = DecoratorKey.of("shop", Shop.class);
  private static final ConfigKey<String> ROLE = ConfigKey.of("role", String.class);
  private static final TypeRef<List<Order>> ORDERS = new TypeRef<>() {};

  private final AtomicLong ids = new AtomicLong();

  private Shop() {}

  /**
   * Starts the shop in memory.
   *
   * @param args none
   */
  public static void main(String[] args) {
    FastjavaOptions options =
        FastjavaOptions.of(o -> Setup.configure(o, OutputStream.nullOutputStream()));
    try (Fastjava app = application(options)) {
      Inject inject = app.inject().with(r -> r.header("origin", "shop.example"));
      InjectResponse response = inject.post("/orders", Map.of("customer", "Ada", "total", "12.50"));
      System.out.println(response.body());
      if (response.statusCode() != 201) {
        throw new InjectException("not ordered", null);
      }
    }
  }

  static Fastjava application(FastjavaOptions options) {
    Fastjava app = Fastjava.create(options);
    Shop shop = new Shop();
    decorate(app, shop);
    schemas(app);
    Steps.onBoot(app);
    Steps.ofApplication(app, () -> {});
    Steps.parsers(app);
    app.setErrorHandler(Problems.HANDLER);
    app.addRequestListener(Steps.LISTENER);
    Plugin orders = Plugins.named("orders", m -> m.version(">=0.1"), shop::orders);
    Plugin.Callback stock = (child, own, done) -> done.done();
    Plugin.Async prices = (child, own) -> CompletableFuture.completedFuture(null);
    return app.register(orders, Setup.PLUGIN).register(stock).registerAsync(prices);
  }

  private static void decorate(DecoratorRegistry decorators, Shop shop) {
    decorators.decorateGetter(SHOP, app -> shop);
  }

  private static void schemas(SchemaRegistry schemas) {
    ReplySerializer text = (payload, status) -> String.valueOf(payload);
    schemas.addSchema(Checks.LINE.id("line"));
    schemas.setSchemaErrorFormatter(Problems.FORMATTER);
    if (schemas.getSchemas().isEmpty()) {
      schemas.setReplySerializer(text);
    }
  }

  private void orders(RouteRegistry routes, dev.fastjava.PluginOptions own) {
    int shelves = own.require(Setup.SHELVES);
    TypedHandler1<NewOrder, Order> order =
        (body, request, reply) -> new Order(ids.incrementAndGet(), body.customer(), body.total());
    routes.post("/", r -> order(r, order));
    Handler read = (request, reply) -> Response.of(200, request.param("id"), Shop::cached);
    routes.get("/:id", r -> marked(r, "reader"), read);
    FoundRoute found = routes.findRoute("GET", "/orders/:id");
    if (found == null || shelves == 0) {
      throw Problems.CLOSED.error("none");
    }
  }

  private static void cached(Response.Builder response) {
    response.header("cache-control", "no-store");
  }

  private static RouteDefinition order(RouteDefinition route, TypedHandler1<NewOrder, Order> by) {
    TypedRoute1<NewOrder, Order> typed = route.body(NewOrder.class).response(201, Order.class);
    return typed.handle(by);
  }

  private static <S extends RouteOptions<S>> void marked(RouteOptions<S> route, String role) {
    route.config(ROLE, role).prefixTrailingSlash(Setup.SLASH);
  }

  /** More typed routes than the shop has: they are declared and described. */
  static List<String> described() {
    TypedHandler<List<Order>> all = (request, reply) -> List.of();
    TypedHandler2<Filter, NewOrder, Order> two =
        (filter, body, request, reply) -> new Order(filter.page(), body.customer(), body.total());
    TypedHandler3<Filter, Filter, NewOrder, Order> three =
        (path, filter, body, request, reply) ->
            new Order(path.page() + filter.page(), body.customer(), body.total());
    TypedRoute<List<Order>> first = RouteDefinition.get("/all").response(200, ORDERS);
    TypedRoute2<Filter, NewOrder, Order> second =
        RouteDefinition.post("/two")
            .querystring(Filter.class)
            .body(NewOrder.class)
            .response(200, Order.class);
    TypedRoute3<Filter, Filter, NewOrder, Order> third =
        RouteDefinition.post("/three/:page")
            .params(Filter.class)
            .querystring(Filter.class)
            .body(NewOrder.class)
            .response(200, Order.class);
    List<String> urls = new ArrayList<>();
    for (RouteDefinition each :
        List.of(first.handle(all), second.handle(two), third.handle(three))) {
      RouteDescription description = each.describe();
      urls.add(description.url());
    }
    return urls;
  }

  /** A page of a list. */
  record Filter(int page) {}

  static void more(RouteMethods routes, Fastjava app) {
    routes.get("/raw", Shop::raw);
    for (RouteInfo route : app.routes()) {
      app.log().info(route.plugin());
    }
  }

  /** What a handler may ask of a request, by topic. */
  static boolean complete(RequestData data, RequestOrigin origin, RequestValidation validation) {
    return data.hasBody() && origin.ip() != null && validation.validationError() == null;
  }

  private static Object raw(Request request, Reply reply) throws Exception {
    Headers headers = request.headers();
    Optional<Integer> page = request.queryOptional("page", Integer.class);
    RawReply raw = reply.hijack().raw();
    raw.setHeader("x-page", page.orElse(0)).setHeader("x-names", headers.names().size());
    Steps.stopWith(request.signal(), raw::destroy);
    return raw.end(new byte[0]);
  }

  static String nameOf(TypedKey<?> key, Decorated decorated) {
    return key.name() + decorated.require(SHOP).ids;
  }

  static InjectRequest form(InjectRequest request, InjectRequest.Cookie cookie) {
    return request
        .cookie(cookie)
        .simulate(InjectRequest.Simulation.SPLIT)
        .payload(new InjectRequest.UrlEncodedForm(Map.of("a", "b")));
  }

  static int parts(List<InjectRequest.FormPart> parts) {
    return parts.size();
  }

  static String cookies(InjectResponse response) {
    StringBuilder names = new StringBuilder();
    for (InjectResponse.Cookie cookie : response.cookies()) {
      names.append(cookie.name());
    }
    for (InjectResponse.Informational early : response.informational()) {
      names.append(early.statusCode());
    }
    return names.toString();
  }
}
