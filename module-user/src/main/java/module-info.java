/** An application on the module path: what the engine does not export is closed to it. */
module dev.fastjava.user {
  requires dev.fastjava.engine;
  requires jakarta.validation;
  requires org.assertj.core;

  // Jackson and the schemas of types look into the application's types.
  opens dev.fastjava.user to
      tools.jackson.databind,
      dev.fastjava.engine;
}
