package dev.understudy.contract.report;

import dev.understudy.contract.report.Report.CaseEntry;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}. Written by the kit itself, because JUnit's own writer lists all system properties, and because the
 * name of a case here is its id.
 */
final class JUnitXmlReport {
    private JUnitXmlReport() {}

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, report);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A report in memory cannot fail", e);
        }
        return text.append('\n').toString();
    }

    private static void suite(XMLStreamWriter xml, Report report) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "contract on " + report.target());
        xml.writeAttribute("timestamp", report.startedAt());
        xml.writeAttribute("tests", String.valueOf(report.cases().size()));
        xml.writeAttribute("failures", String.valueOf(report.count(Outcome.FAIL)));
        xml.writeAttribute("errors", String.valueOf(report.count(Outcome.ERROR)));
        xml.writeAttribute("skipped", String.valueOf(report.count(Outcome.SKIPPED)));
        for (CaseEntry entry : report.cases()) {
            testCase(xml, entry);
        }
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, CaseEntry entry) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "contract");
        xml.writeAttribute("name", entry.id());
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", entry.tookMs() / 1000.0));
        switch (entry.outcome()) {
            case FAIL -> verdict(xml, "failure", entry.message());
            case ERROR -> verdict(xml, "error", entry.message());
            case SKIPPED -> verdict(xml, "skipped", entry.message());
            default -> {}
        }
        xml.writeEndElement();
    }

    private static void verdict(XMLStreamWriter xml, String element, String message) throws XMLStreamException {
        xml.writeEmptyElement(element);
        // A target may answer with characters that XML does not have at all.
        xml.writeAttribute("message", message.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD]", "?"));
    }
}
