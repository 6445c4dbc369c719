package dev.fastjava.testing;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds tests that cannot fail: whose assertions assert nothing, hold whatever the value is, or
 * stand where they may never run. It reads text without types, so it can miss some; what it finds
 * is to be written more plainly even where a reader sees that it can fail.
 */
final class AssertionRules {
  private static final Pattern TEST = Pattern.compile("\\w*Test");

  private static final Pattern FACTORY = Pattern.compile("TestFactory");

  /** Also ArchUnit's check, and what waits and fails when it has waited in vain. */
  private static final Pattern ASSERTS =
      Pattern.compile("assert[A-Z]\\w*|fail|check|isEqualTo|eventually\\w*|await\\w*");

  /** What chooses what is asserted, and asserts nothing unless something follows. */
  private static final Pattern CHOOSES =
      Pattern.compile(
          "assertThat(Object|Code|Stream|List|Iterable)?|as|describedAs|withFailMessage|extracting\\w*"
              + "|overridingErrorMessage|flatExtracting|filteredOn\\w*|first|last|map|flatMap|using\\w*"
              + "|asString|asInstanceOf|asList|cause|rootCause|message|bodyJson|assertThat\\w+OfType"
              + "|assertThat(IllegalArgument|IllegalState|NullPointer)Exception|assertThatIOException");

  /** What runs the lambda it is given, or else fails. */
  private static final Pattern RUNS =
      Pattern.compile(
          "satisfies\\w*|\\w+Satisfying|anySatisfy|eventually\\w*|assertThat\\w*|untilAsserted|run");

  /** What holds of nothing at all. */
  private static final Pattern HOLDS_OF_NOTHING =
      Pattern.compile("allSatisfy|allMatch|noneSatisfy|noneMatch|are|isSorted\\w*|zipSatisfy");

  private static final Pattern COUNTS =
      Pattern.compile("isNotEmpty|hasSize\\w*|contains\\w*|singleElement|any(Match|Satisfy)");

  /** What has an element in it, to judge by its text. */
  private static final Pattern SOME =
      Pattern.compile(
          "(?s)(List|Map|Set|Stream|Arrays)\\.(of|asList|ofEntries)\\(.+\\)(\\.\\w+\\(\\))?|(new"
              + " .*)?\\{.+\\}|(\\w+\\.)*values\\(\\)|(\\w+\\.)*[A-Z][A-Z_0-9]+(\\.\\w+\\(\\))?"
              + "|IntStream\\.range.*|\\w+\\.(split|toCharArray)\\(.*\\)");

  private static final Pattern CONSTANT = Pattern.compile("true|false|null");

  private final TestCode code;
  private final Map<String, List<MethodTree>> methods = new HashMap<>();
  private final Set<String> asserting = new HashSet<>();
  private final List<String> found = new ArrayList<>();

  private AssertionRules(TestCode code) {
    this.code = code;
  }

  /** Each with its place. */
  static List<String> whatCannotFail(TestCode code) {
    AssertionRules rules = new AssertionRules(code);
    code.files().forEach(file -> methodsOf(file).forEach(rules::remember));
    rules.findAsserting();
    for (CompilationUnitTree file : code.files()) {
      List<MethodTree> own = methodsOf(file);
      for (MethodTree method : own) {
        if (isA(TEST, method) && !rules.asserts(method, own)) {
          rules.found.add(code.place(file, method) + " asserts nothing for certain");
        } else if (isA(FACTORY, method) && !rules.asserts(method, own) && !code.isGuarded(file)) {
          rules.found.add(code.place(file, method) + " may make no test");
        }
        method.accept(rules.new Finder(file, method), null);
      }
    }
    return rules.found;
  }

  private static List<MethodTree> methodsOf(CompilationUnitTree file) {
    List<MethodTree> all = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        all.add(method);
        return super.visitMethod(method, null);
      }
    }.scan(file, null);
    return all;
  }

  private void remember(MethodTree method) {
    methods.computeIfAbsent(method.getName().toString(), name -> new ArrayList<>()).add(method);
  }

  /** The names whose methods all assert, in all files. */
  private void findAsserting() {
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, List<MethodTree>> each : methods.entrySet()) {
        if (!asserting.contains(each.getKey())
            && each.getValue().stream().allMatch(method -> asserts(method, List.of()))) {
          more = asserting.add(each.getKey());
        }
      }
    }
  }

  private static boolean isA(Pattern annotation, MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .anyMatch(each -> annotation.matcher(each.getAnnotationType().toString()).matches());
  }

  private boolean asserts(MethodTree method, List<MethodTree> own) {
    Asserting reader = new Asserting(own);
    reader.scan(method.getBody(), null);
    return reader.certain;
  }

  private static String name(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree member
        ? member.getIdentifier().toString()
        : call.getMethodSelect().toString();
  }

  /** What a method is called on, null for one of the class itself. */
  private static @Nullable ExpressionTree target(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree member
        ? member.getExpression()
        : null;
  }

  private static boolean isSome(String text) {
    return SOME.matcher(text).matches();
  }

  /** Whether an assertion runs whatever happens. */
  private final class Asserting extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final List<MethodTree> own;
    private final Map<String, String> values = new HashMap<>();
    private boolean certain;

    /** With the methods of the file: of those, one that asserts is enough. */
    Asserting(List<MethodTree> own) {
      this.own = own;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      String name = name(call);
      certain |= ASSERTS.matcher(name).matches() || asserting.contains(name);
      if (!certain && call.getMethodSelect() instanceof IdentifierTree) {
        certain =
            own.stream()
                .filter(each -> each.getName().contentEquals(name))
                .anyMatch(each -> asserts(each, List.of()));
      }
      ExpressionTree target = target(call);
      boolean runs =
          RUNS.matcher(name).matches()
              || (name.equals("forEach") && target != null && isSome(target.toString()));
      for (ExpressionTree argument : call.getArguments()) {
        if (runs && argument instanceof LambdaExpressionTree lambda) {
          scan(lambda.getBody(), null);
        }
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
      certain |= made.getIdentifier().toString().equals("AssertionError");
      scan(made.getArguments(), null);
      return null;
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree made, @Nullable Void nothing) {
      certain |= asserting.contains(made.getName().toString());
      return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
      if (variable.getInitializer() != null) {
        values.put(variable.getName().toString(), variable.getInitializer().toString());
      }
      return super.visitVariable(variable, null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, @Nullable Void nothing) {
      scan(loop.getExpression(), null);
      String over = loop.getExpression().toString();
      return isSome(values.getOrDefault(over, over)) ? scan(loop.getStatement(), null) : null;
    }

    @Override
    public @Nullable Void visitIf(IfTree choice, @Nullable Void nothing) {
      scan(choice.getCondition(), null);
      return choice.getElseStatement() == null ? null : scan(choice.getThenStatement(), null);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree loop, @Nullable Void nothing) {
      return null;
    }

    @Override
    public @Nullable Void visitCatch(CatchTree caught, @Nullable Void nothing) {
      return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void none) {
      return null;
    }
  }

  /** Finds single assertions that say nothing. */
  private final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree file;
    private final Set<String> counted = new HashSet<>();

    Finder(CompilationUnitTree file, MethodTree method) {
      this.file = file;
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitMethodInvocation(
            MethodInvocationTree call, @Nullable Void nothing) {
          if (COUNTS.matcher(name(call)).matches()) {
            counted.add(String.valueOf(actual(call)));
          }
          return super.visitMethodInvocation(call, null);
        }
      }.scan(method, null);
    }

    private void note(Tree tree, String what) {
      found.add(code.place(file, tree) + " " + what + ": " + tree.toString().replace('\n', ' '));
    }

    /** What is given to the {@code assertThat} that a call belongs to. */
    private static @Nullable String actual(MethodInvocationTree call) {
      MethodInvocationTree each = call;
      while (!name(each).startsWith("assertThat") || each.getArguments().size() != 1) {
        if (!(target(each) instanceof MethodInvocationTree before)) {
          return null;
        }
        each = before;
      }
      return each.getArguments().get(0).toString();
    }

    @Override
    public @Nullable Void visitExpressionStatement(
        ExpressionStatementTree statement, @Nullable Void nothing) {
      if (statement.getExpression() instanceof MethodInvocationTree call
          && CHOOSES.matcher(name(call)).matches()
          && actual(call) != null) {
        note(statement, "asserts nothing");
      }
      return super.visitExpressionStatement(statement, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      String actual = actual(call);
      if (actual != null) {
        String name = name(call);
        String arguments = call.getArguments().toString();
        if (HOLDS_OF_NOTHING.matcher(name).matches()
            && !counted.contains(actual)
            && !isSome(actual)) {
          note(call, "may hold of nothing");
        } else if (CONSTANT.matcher(actual).matches()
            || (!actual.contains("(")
                && arguments.equals(actual)
                && name.matches("is(EqualTo|Same)"))
            || (arguments.equals("Object.class") && name.equals("isInstanceOf"))
            || (arguments.equals("0") && name.matches("(hasSize|is)GreaterThanOrEqualTo"))) {
          note(call, "always holds");
        }
      }
      return super.visitMethodInvocation(call, null);
    }
  }
}
