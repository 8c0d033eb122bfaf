package dev.understudy.fault;

/** Where a fault acts. At each place at most one acts on a call or a job. */
public enum Place {
    /** Before a call is carried out. */
    ADMISSION("instead of the call"),
    /** When an answer is sent. */
    WIRE("on the answer's bytes"),
    /** When a job has been accepted. */
    JOB("in the job"),
    /** When the end of a job is told. */
    WEBHOOK("on the webhook");

    private final String about;

    Place(String about) {
        this.about = about;
    }

    /** The place in words, such as {@code in the job}. */
    public String about() {
        return about;
    }

    /** Its name where a machine reads it, such as {@code job}. */
    public String word() {
        return Words.of(this);
    }

    static Place of(Class<? extends Fault> fault) {
        if (Fault.AtAdmission.class.isAssignableFrom(fault)) {
            return ADMISSION;
        }
        if (Fault.OnWire.class.isAssignableFrom(fault)) {
            return WIRE;
        }
        return Fault.InJob.class.isAssignableFrom(fault) ? JOB : WEBHOOK;
    }
}
