import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

/** Lines of words (separated by blanks) on standard input; a line of tags a classifier, separated by tabs, on standard output. */
public class Label {
  public static void main(String[] names) throws Exception {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    List<CRFClassifier<CoreLabel>> classifiers = new ArrayList<>();
    for (String name : names) classifiers.add(CRFClassifier.getClassifier("edu/stanford/nlp/models/ner/" + name + ".crf.ser.gz"));
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      String[] words = line.split(" ");
      StringJoiner all = new StringJoiner("\t");
      for (CRFClassifier<CoreLabel> classifier : classifiers) {
        List<CoreLabel> sentence = new ArrayList<>();
        for (String word : words) { CoreLabel l = new CoreLabel(); l.setWord(word); l.setValue(word); sentence.add(l); }
        StringJoiner tags = new StringJoiner(" ");
        for (CoreLabel l : classifier.classifySentence(sentence)) tags.add(l.get(CoreAnnotations.AnswerAnnotation.class));
        all.add(tags.toString());
      }
      out.println(all);
    }
    out.flush();
  }
}
