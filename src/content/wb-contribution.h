/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"
#include "wb-library.h"
#include "wb-pack.h"
#include "wb-privacy.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/* The template that a contribution is made from, unless the guide has a document WB_CONTRIBUTION_DOCUMENT of its own. */
#define WB_CONTRIBUTION_ENTRY "beitrag-andere"
#define WB_CONTRIBUTION_DOCUMENT "beitrag"

typedef enum
{
  WB_CONTRIBUTION_TITLE,
  WB_CONTRIBUTION_PUBLISHER,
  WB_CONTRIBUTION_SUMMARY,
  WB_CONTRIBUTION_KEYWORDS, /* separated by commas */
  WB_CONTRIBUTION_FACET,    /* the labels of its values, separated by semicolons */
  WB_CONTRIBUTION_PARAGRAPH,
  WB_CONTRIBUTION_BULLET,
} WbContributionType;

/* One piece of what goes out. */
typedef struct
{
  WbContributionType type;
  gboolean out;  /* goes out; those that an entry must have cannot stay */
  gboolean kept; /* somebody has looked: what is marked in it is nobody's */

  /* Owned */
  char *label;    /* the section or what it is */
  char *key;      /* FACET: its id; else NULL */
  char *original; /* as it stands in the project */
  char *text;     /* as it goes out: persons replaced, until somebody writes something else */
} WbContributionItem;

/**
 * WbContribution:
 *
 * What a project gives to other towns: an entry of the library, reviewed piece by piece, in a content pack.
 */
typedef struct _WbContribution WbContribution;

/* (transfer full); NOT_FOUND when neither guide nor library hold a template for it. */
WbContribution     *wb_contribution_new            (WbLibrary       *library,
                                                    WbProjectFile   *project,
                                                    WbGuide         *guide,
                                                    GError         **error);
void                wb_contribution_free           (WbContribution  *self);
guint               wb_contribution_get_n_items    (WbContribution  *self);
/* (transfer none); may be changed: @text by wb_contribution_set_text(), @out and @kept directly. */
WbContributionItem *wb_contribution_get_item       (WbContribution  *self,
                                                    guint            i);
/* Whether item @i is one that an entry must have. */
gboolean            wb_contribution_is_required    (WbContribution  *self,
                                                    guint            i);
void                wb_contribution_set_text       (WbContribution  *self,
                                                    guint            i,
                                                    const char      *text);
/* One line as it is written: blanks of every kind and line breaks are one space, hyphens of every kind "-", and what nobody sees, such as
 * soft hyphens, and what makes a web address of a word, is left out. What is personal is looked for in that. @text need not be valid. (transfer full) */
char               *wb_contribution_make_line      (const char      *text) G_GNUC_WARN_UNUSED_RESULT;
/* What is personal in what stands in the project, and in what goes out, of item @i: WbPrivacyMark, by their
 * places in the line of wb_contribution_make_line(). (transfer full) */
GPtrArray          *wb_contribution_find_original  (WbContribution  *self,
                                                    guint            i) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *wb_contribution_find           (WbContribution  *self,
                                                    guint            i) G_GNUC_WARN_UNUSED_RESULT;
/* What goes out of item @i with all that is personal in it replaced. (transfer full) */
char               *wb_contribution_dup_replaced   (WbContribution  *self,
                                                    guint            i) G_GNUC_WARN_UNUSED_RESULT;
/* How many places are personal in all that goes out. */
guint               wb_contribution_count_personal (WbContribution  *self);
/* The pack with the entry, unsigned, checked by the rules of the content. INVALID while personal data would go out, a piece that an
 * entry must have is empty, or a rule is broken. (transfer full) */
WbPack             *wb_contribution_build          (WbContribution  *self,
                                                    GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbContribution, wb_contribution_free)

G_END_DECLS
