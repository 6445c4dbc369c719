# For scripts that compare commits: compiles the engine of one. Wants $java, $jar and $work.

engine() { # a commit or a directory or a jar; prints what goes on the class path
  if [ -e "$1" ]; then
    echo "$1"
    return
  fi
  local sources=$work/sources-$2 classes=$work/classes-$2
  mkdir -p "$sources" "$classes"
  git archive "$1" fastjava-engine/src/main | tar -x -C "$sources"
  find "$sources" -name '*.java' ! -name module-info.java > "$work/files"
  "${java}c" -nowarn -proc:none --release 17 -parameters -d "$classes" \
    -cp "$jar:${ENGINE_CLASS_PATH:-}" @"$work/files" 2> "$work/javac" \
    || { cat "$work/javac" >&2; echo "set ENGINE_CLASS_PATH to the libraries of the engine" >&2; exit 1; }
  cp -r "$sources/fastjava-engine/src/main/resources/." "$classes/"
  echo "$classes"
}

# What the engine compiles with and the jar has not: libraries that only some users have.
if [ -z "${ENGINE_CLASS_PATH:-}" ]; then
  ENGINE_CLASS_PATH=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" \( -name 'jakarta.validation-api-3*.jar' \
    -o -name 'assertj-core-3*.jar' -o -name 'jsonschema-module-jakarta-validation-5*.jar' \
    -o -name 'netty-transport-*4.2*.jar' \) ! -name '*sources*' | tr '\n' ':')
fi
