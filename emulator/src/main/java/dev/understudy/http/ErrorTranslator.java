package dev.understudy.http;

import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Refused;
import io.undertow.server.RequestTooBigException;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** The one place where something thrown becomes an answer. */
final class ErrorTranslator {

    private static final System.Logger LOG = System.getLogger(ErrorTranslator.class.getName());

    Reply translate(Dialect dialect, Exception problem) {
        return dialect.refuse(refused(problem));
    }

    private static Refused refused(Exception problem) {
        if (problem instanceof Refused refused) {
            return refused;
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestTooBigException
                    || cause instanceof MultiPartParserDefinition.FileTooLargeException) {
                return new Refused(Refused.Reason.TOO_LARGE, cause.getMessage());
            }
            if (cause instanceof FileSystemException) {
                return new Refused(
                        Refused.Reason.UNAVAILABLE,
                        "this server has no place for files; it needs a temporary directory that it may write to");
            }
        }
        if (problem instanceof IOException) {
            return new Refused(Refused.Reason.INVALID, "the body could not be read to its end");
        }
        LOG.log(System.Logger.Level.ERROR, "a mistake of the emulator itself", problem);
        return new Refused(Refused.Reason.INTERNAL, "a mistake of the emulator itself; its log has the details");
    }
}
