package dev.fastjava.spi;

import dev.fastjava.schema.SchemaBucket;
import dev.fastjava.schema.SerializerFactory;
import dev.fastjava.schema.ValidatorFactory;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a context keeps and compiles schemas. Immutable.
 *
 * <p>Reference: Server, schemaController.
 */
public final class SchemaController {
  private static final SchemaController DEFAULTS = new SchemaController(new Builder());

  /** Holds the values; nobody else has it. */
  private final Builder values;

  private SchemaController(Builder values) {
    this.values = values;
  }

  /**
   * Returns the defaults.
   *
   * @return the one of a server that sets none
   */
  public static SchemaController defaults() {
    return DEFAULTS;
  }

  /**
   * Makes a controller.
   *
   * @param options sets them; the others have their defaults
   * @return the controller
   */
  public static SchemaController of(Consumer<Builder> options) {
    return DEFAULTS.with(options);
  }

  /**
   * Returns this controller with changes.
   *
   * @param changes sets what differs
   * @return a new controller
   */
  public SchemaController with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    changes.accept(builder);
    return new SchemaController(new Builder(builder));
  }

  /**
   * Returns what makes the keepers of shared schemas.
   *
   * @return makes one for a context; null for the default
   */
  public SchemaBucket.@Nullable Factory bucket() {
    return values.bucket;
  }

  /**
   * Returns what builds validator compilers.
   *
   * @return the factory; null for the default
   */
  public @Nullable ValidatorFactory validators() {
    return values.validators;
  }

  /**
   * Returns what builds serializer compilers.
   *
   * @return the factory; null for the default
   */
  public @Nullable SerializerFactory serializers() {
    return values.serializers;
  }

  /** Collects the factories. Not thread-safe. */
  public static final class Builder {
    private SchemaBucket.@Nullable Factory bucket;
    private @Nullable ValidatorFactory validators;
    private @Nullable SerializerFactory serializers;

    private Builder() {}

    private Builder(Builder from) {
      bucket = from.bucket;
      validators = from.validators;
      serializers = from.serializers;
    }

    /**
     * Sets what makes the keepers of shared schemas. It counts from the server's option on, for the
     * root and all below; a context that sets it uses it for the contexts below.
     *
     * @param bucket makes one for a context
     * @return this
     */
    public Builder bucket(SchemaBucket.Factory bucket) {
      this.bucket = Objects.requireNonNull(bucket, "bucket");
      return this;
    }

    /**
     * Sets what builds validator compilers.
     *
     * @param validators the factory
     * @return this
     */
    public Builder validators(ValidatorFactory validators) {
      this.validators = Objects.requireNonNull(validators, "validators");
      return this;
    }

    /**
     * Sets what builds serializer compilers.
     *
     * @param serializers the factory
     * @return this
     */
    public Builder serializers(SerializerFactory serializers) {
      this.serializers = Objects.requireNonNull(serializers, "serializers");
      return this;
    }
  }
}
