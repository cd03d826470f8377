/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-barrier.h"
#include "wb-checklist.h"
#include "wb-circle.h"
#include "wb-content-folder.h"
#include "wb-course.h"
#include "wb-data-model.h"
#include "wb-guide.h"
#include "wb-interface.h"
#include "wb-item.h"
#include "wb-json.h"
#include "wb-lesson.h"
#include "wb-library-writer.h"
#include "wb-library.h"
#include "wb-solution.h"
#include "wb-text-check.h"
#include "wb-vocabulary.h"
#include "wb-workshop-format.h"

G_BEGIN_DECLS

/**
 * WbContentEntry:
 *
 * One entry as it was read, with whatever could be read of it. Inside this room only.
 */
typedef struct
{
  WbKind kind;   /* of the folder */
  gboolean deck; /* templates */

  /* Borrowed */
  WbLibrary *library; /* what is still to be read of a target comes from there; NULL for entries of a folder or pack */

  /* Owned; never NULL */
  char *id;        /* the declared one, or else the files' stem */
  char *json_file; /* "law/dsgvo-art-5.json" */
  char *text_file; /* "law/dsgvo-art-5.md" */

  /* Owned; NULL where the file is missing, broken, or the kind has none */
  JsonNode *node;
  WbItem *item;
  GPtrArray *keywords; /* char * */
  WbTextCheck *text;
  WbGuide *guide;
  WbChecklist *checklist;
  WbCourse *course;
  WbLesson *lesson;
  WbWorkshopFormat *workshop_format;
  WbDataModel *data_model;
  WbInterface *interface;
  WbSolution *solution;
  WbBarrier *barrier;
  WbCircle *circle;
  char *template_guide;
  GPtrArray *template_also; /* char *; further guides that use the template; never NULL */
} WbContentEntry;

/* Reads <folder>/<kind>/<stem>.json and .md; faults that show in the entry alone go to @faults (WbFault).
 * @vocabulary is nullable: then facets are not looked up. (transfer full) */
WbContentEntry *wb_content_entry_read  (const char   *folder,
                                        WbKind        kind,
                                        const char   *stem,
                                        WbVocabulary *vocabulary,
                                        GPtrArray    *faults);
/* The same for an entry whose two halves are at hand: @json and @body, neither of which need be sound. (transfer full) */
WbContentEntry *wb_content_entry_parse (WbKind        kind,
                                        const char   *id,
                                        const char   *json,
                                        const char   *body,
                                        WbVocabulary *vocabulary,
                                        GPtrArray    *faults);
/* An entry of @library (borrowed) as a target of links; what it holds is read when first looked up with wb_content_entry_find(). */
WbContentEntry *wb_content_entry_new_target (WbLibrary *library,
                                             WbItem    *item);
/* The entry @id of @entries, complete; NULL when there is none. (transfer none) (nullable) */
WbContentEntry *wb_content_entry_find  (GHashTable   *entries,
                                        const char   *id);
void            wb_content_entry_free  (WbContentEntry *self);

/* Reads vocabulary.json; NULL, with faults, when that cannot be. (transfer full) */
WbVocabulary   *wb_content_read_vocabulary (const char *folder,
                                            GPtrArray  *faults);

/* The file with the words that people use for the same thing. */
#define WB_CONTENT_FAMILIES "families.json"

/* Reads families.json, if there is one: a GPtrArray of char * for each family. No word is in two of them. (transfer full) */
GPtrArray      *wb_content_read_families (const char *folder,
                                          GPtrArray  *faults);

/* The file with the looks of letterheads. */
#define WB_CONTENT_LOOKS "looks.json"

/* Reads looks.json, if there is one: WbLook, in its order. No two have the same id. (transfer full) */
GPtrArray      *wb_content_read_looks  (const char   *folder,
                                        GPtrArray    *faults);

/* Adds a fault. */
void            wb_content_add_fault   (GPtrArray    *faults,
                                        const char   *file,
                                        const char   *place,
                                        const char   *format,
                                        ...) G_GNUC_PRINTF (4, 5);
void            wb_content_add_json_faults (GPtrArray    *faults,
                                            const char   *file,
                                            WbJsonReport *report);

/* Checks that need the other entries: links, placeholders, references. @entries: id → WbContentEntry. */
void            wb_content_check_links (WbContentEntry *entry,
                                        GHashTable     *entries,
                                        GPtrArray      *faults);

/* The same for all @items (WbContentEntry); sorts the faults by file. */
void            wb_content_check_all   (GPtrArray      *items,
                                        GHashTable     *entries,
                                        GPtrArray      *faults);

/* Adds a link WB_LINK_MENTIONS to the entry's item for each other entry that its text or payload names and that it declares
 * no link to. */
void            wb_content_add_mentions  (WbContentEntry *entry,
                                          GHashTable     *entries);
/* Writes a checked entry with its payload, search words and ties; @entries as above. */
gboolean        wb_content_write_entry   (WbContentEntry   *entry,
                                          GHashTable       *entries,
                                          WbVocabulary     *vocabulary,
                                          WbLibraryWriter  *writer,
                                          GError          **error);
/* The payload as it goes into the library: one line, checklists' items written into the guides' fields. (transfer full) (nullable) */
char           *wb_content_build_payload (WbContentEntry *entry,
                                          GHashTable     *entries);
/* What the search looks through beside title and summary, and further words. (transfer full) */
char           *wb_content_build_plain    (WbContentEntry *entry);
char           *wb_content_build_keywords (WbContentEntry *entry,
                                           WbVocabulary   *vocabulary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbContentEntry, wb_content_entry_free)

G_END_DECLS
