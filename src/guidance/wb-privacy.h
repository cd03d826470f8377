/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

typedef enum
{
  WB_PRIVACY_NAME,
  WB_PRIVACY_FUNCTION, /* of somebody whose name is known */
  WB_PRIVACY_EMAIL,
  WB_PRIVACY_PHONE,
  WB_PRIVACY_IBAN,
} WbPrivacyKind;

/* A place in a text that says who somebody is. */
typedef struct
{
  WbPrivacyKind kind;
  gsize start;  /* in bytes */
  gsize length;

  /* Owned */
  char *text;
  char *instead; /* what can stand in its place; "" to leave it out */
} WbPrivacyMark;

/**
 * WbPrivacy:
 *
 * Who is named in a project, and where these people, or others by the look of it, occur in a text. It rather marks a word too many: a
 * surname that is a word of every day is marked wherever it stands.
 */
typedef struct _WbPrivacy WbPrivacy;

/* What stands in the place of somebody whose role is not known. (transfer full) */
WbPrivacy *wb_privacy_new              (const char    *role);
/* Everybody whom the answers name: in person fields, and in columns for names. @roles: (nullable) field id → what stands in the place
 * of the persons of that field, with "die" in front: "die Projektleitung". (transfer full) */
WbPrivacy *wb_privacy_new_from_answers (WbGuide       *guide,
                                          WbAnswers     *answers,
                                          GHashTable    *roles,
                                          const char    *role);
void        wb_privacy_free             (WbPrivacy    *self);
/* @function and @role may be NULL. */
void        wb_privacy_add              (WbPrivacy    *self,
                                          const char    *name,
                                          const char    *function,
                                          const char    *role);
/* The marks in @text, in order, none over another: WbPrivacyMark. (transfer full) */
GPtrArray  *wb_privacy_find             (WbPrivacy    *self,
                                          const char    *text) G_GNUC_WARN_UNUSED_RESULT;
/* @text with all that is marked replaced, and what is left of brackets and commas around it tidied. (transfer full) */
char       *wb_privacy_replace          (WbPrivacy    *self,
                                          const char    *text) G_GNUC_WARN_UNUSED_RESULT;
/* "Name", "E-mail address" …, translated, static. */
const char *wb_privacy_kind_to_words    (WbPrivacyKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPrivacy, wb_privacy_free)

G_END_DECLS
