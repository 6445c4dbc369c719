package dev.fastjava.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What applications take from a repository of modules, and how the documentation says they do. */
class PublishedModulesTests {
  private static final String PARENT = "../pom.xml";
  private static final String BOM = "../fastjava-bom/pom.xml";
  private static final Pattern POM = Pattern.compile("```xml\n(<project.*?)```", Pattern.DOTALL);
  private static final XPath PATHS = XPathFactory.newInstance().newXPath();

  private static Document read(String path) throws Exception {
    return parse(Files.readString(Path.of(path)));
  }

  private static Document parse(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document pom, String path) throws Exception {
    NodeList nodes = (NodeList) PATHS.evaluate(path, pom, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void theBomHasTheModulesThatAreForApplications() throws Exception {
    List<String> modules = texts(read(PARENT), "/project/modules/module");
    Document bom = read(BOM);
    assertThat(texts(bom, "/project/dependencyManagement//artifactId"))
        .containsExactlyElementsOf(
            modules.stream()
                .filter(each -> each.startsWith("fastjava-") && !each.equals("fastjava-bom"))
                .toList());
    assertThat(texts(bom, "/project/dependencyManagement//version"))
        .containsOnly("${project.version}");
  }

  @Test
  void theBomHasTheVersionOfAllModulesAndTheirPlugins() throws Exception {
    Document parent = read(PARENT);
    Document bom = read(BOM);
    assertThat(texts(bom, "/project/version")).isEqualTo(texts(parent, "/project/version"));
    List<String> plugins = texts(bom, "//plugin/artifactId");
    assertThat(plugins).isNotEmpty();
    for (String plugin : plugins) {
      assertThat(texts(bom, "//plugin[artifactId='" + plugin + "']/version"))
          .as(plugin)
          .isEqualTo(texts(parent, "/project/properties/" + plugin + ".version"));
    }
  }

  @Test
  void everyPomOfTheDocumentationHasTheVersionsOfNow() throws Exception {
    Document parent = read(PARENT);
    String page = Files.readString(Path.of("../docs/SpringBoot.md"));
    List<String> poms =
        POM.matcher(page).results().map((MatchResult each) -> each.group(1)).toList();
    assertThat(poms).isNotEmpty();
    List<String> published = texts(read(BOM), "/project/dependencyManagement//artifactId");
    for (String text : poms) {
      Document pom = parse(text);
      assertThat(texts(pom, "/project/parent/version"))
          .isEqualTo(texts(parent, "/project/properties/spring-boot.version"));
      assertThat(texts(pom, "//dependency[artifactId='fastjava-bom']/version"))
          .isEqualTo(texts(parent, "/project/version"));
      assertThat(texts(pom, "/project/dependencies/dependency[groupId='dev.fastjava']/artifactId"))
          .isNotEmpty()
          .isSubsetOf(published);
    }
  }
}
