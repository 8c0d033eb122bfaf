package dev.understudy.settings;

/**
 * What each::labs answers where its documentation and its production differ, by its own word: how failed and cancelled
 * jobs, and calls that are wrong, are told.
 */
public enum EachlabsAnswers {
    PRODUCTION,
    DOCUMENTED
}
