/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-documents.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "wb-deck-editor.h"
#include "wb-document-actions.h"
#include "wb-document-fields.h"
#include "wb-document-shelf.h"
#include "wb-error-dialog.h"
#include "wb-progress.h"
#include "wb-rules.h"
#include "wb-text-editor.h"

/* So many questions are named; the rest is counted. */
#define MAX_NAMED 4

/* What is wanted, while somebody is asked whether to go on. */
typedef struct
{
  WbDocumentUse use;

  /* Owned */
  WbLibrary *library;
  WbProjectFile *file;
  WbGuide *guide;
  char *name;
} Request;

static void
request_free (gpointer data,
              GClosure *closure)
{
  Request *request = data;

  g_object_unref (request->library);
  g_object_unref (request->file);
  g_object_unref (request->guide);
  g_free (request->name);
  g_free (request);
}

GPtrArray *
wb_project_documents_list_missing (WbLibrary  *library,
                                   WbGuide    *guide,
                                   WbAnswers  *answers,
                                   const char *name)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GHashTable) fields = NULL;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  missing = wb_guide_list_missing (guide, answers);
  fields = wb_document_fields_list (library, guide, name);
  for (guint i = missing->len; fields != NULL && i > 0; i--)
    {
      const WbField *field = g_ptr_array_index (missing, i - 1);

      if (!g_hash_table_contains (fields, field->id))
        g_ptr_array_remove_index (missing, i - 1);
    }

  return g_steal_pointer (&missing);
}

char *
wb_project_documents_describe (GPtrArray *missing)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (missing != NULL, NULL);

  if (missing->len == 0)
    return NULL;

  for (guint i = 0; i < MIN (missing->len, MAX_NAMED); i++)
    {
      const WbField *field = g_ptr_array_index (missing, i);

      if (i > 0)
        g_string_append (names, ", ");
      /* Translators: a question in quotation marks, as part of a list */
      g_string_append_printf (names, _("“%s”"), field->label);
    }
  if (missing->len > MAX_NAMED)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more",
                                             missing->len - MAX_NAMED), missing->len - MAX_NAMED);

  return g_strdup_printf (ngettext ("%u required answer is missing: %s",
                                    "%u required answers are missing: %s", missing->len),
                          missing->len, names->str);
}

static void
use_document (GtkWidget     *widget,
              const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbDocument) document = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  document = wb_document_shelf_build_project (request->library, request->file, request->guide,
                                              request->name, &error);
  if (document == NULL)
    {
      wb_error_dialog_show (widget, _("The Document Could Not Be Made"), error);
      return;
    }

  switch (request->use)
    {
    case WB_DOCUMENT_USE_PRINT:
      wb_document_print (widget, document);
      break;
    case WB_DOCUMENT_USE_PRESENT:
      wb_document_present (widget, document);
      break;
    case WB_DOCUMENT_USE_EDIT:
    case WB_DOCUMENT_USE_ANSWERS:
    case WB_DOCUMENT_USE_SAVE:
    default:
      title = g_strdup_printf ("%s: %s", wb_project_file_get_title (request->file),
                               wb_document_get_title (document));
      name = wb_document_suggest_name (title, ".pdf");
      wb_document_save_pdf (widget, document, name);
    }
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Request          *request)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (g_strcmp0 (response, "export") == 0 && parent != NULL)
    use_document (GTK_WIDGET (parent), request);
}

char *
wb_project_documents_describe_edits (WbLibrary     *library,
                                     WbProjectFile *file,
                                     WbGuide       *guide,
                                     const char    *name)
{
  guint stale;
  const guint n = wb_document_shelf_count_edits (library, file, guide, name, &stale);
  g_autofree char *changed = NULL;

  if (n == 0)
    return NULL;
  changed = g_strdup_printf (ngettext ("%u passage changed by you", "%u passages changed by you", n), n);
  if (stale == 0)
    return g_steal_pointer (&changed);

  return g_strdup_printf (ngettext ("%s; under %u of them the template has changed since", "%s; under %u of them the template has changed since", stale),
                          changed, stale);
}

/* What somebody should know before the document goes out. (nullable) (transfer full) */
static char *
describe_doubts (const Request *request)
{
  g_autoptr (GPtrArray) missing = wb_project_documents_list_missing (request->library, request->guide,
                                                                     wb_project_file_get_answers (request->file), request->name);
  g_autofree char *text = wb_project_documents_describe (missing);
  guint stale;

  wb_document_shelf_count_edits (request->library, request->file, request->guide, request->name, &stale);
  if (stale > 0)
    {
      g_autofree char *words =
        g_strdup_printf (ngettext ("You changed %u passage of the text, and the template or an answer under it has changed since. Your version goes out.",
                                   "You changed %u passages of the text, and the template or an answer under them has changed since. Your version goes out.", stale),
                         stale);

      return text != NULL ? g_strdup_printf ("%s\n\n%s", text, words) : g_steal_pointer (&words);
    }

  return g_steal_pointer (&text);
}

static void
ask (GtkWidget  *widget,
     const char *doubts,
     Request    *request)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  guint stale;
  GtkWidget *dialog;

  wb_document_shelf_count_edits (request->library, request->file, request->guide, request->name, &stale);
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   stale > 0 ? _("The Template Has Changed") : _("Some Answers Are Missing"), doubts);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "export", request->use == WB_DOCUMENT_USE_PRESENT ? _("_Present Anyway") : _("_Export Anyway"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "export");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), request, request_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
is_deck (WbLibrary     *library,
         WbProjectFile *file,
         WbGuide       *guide,
         const char    *name)
{
  g_autoptr (GPtrArray) offers = wb_document_shelf_list_project (file, guide, NULL);

  wb_document_shelf_look_up_formats (library, guide, offers);
  for (guint i = 0; i < offers->len; i++)
    {
      const WbOffer *offer = g_ptr_array_index (offers, i);

      if (g_str_equal (offer->name, name))
        return offer->format == WB_DOCUMENT_DECK;
    }

  return FALSE;
}

static void
edit_document (GtkWidget     *widget,
               WbLibrary     *library,
               WbProjectFile *file,
               WbGuide       *guide,
               const char    *name)
{
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  const gboolean deck = is_deck (library, file, guide, name);
  GtkWidget *editor = deck ? wb_deck_editor_new (parent, library, file, guide, name, &error)
                           : wb_text_editor_new (parent, library, file, guide, name, &error);

  if (editor != NULL)
    gtk_window_present (GTK_WINDOW (editor));
  else
    wb_error_dialog_show (widget, deck ? _("The Slides Cannot Be Edited") : _("The Text Cannot Be Edited"), error);
}

const WbField *
wb_project_documents_find_question (WbLibrary  *library,
                                    WbGuide    *guide,
                                    WbAnswers  *answers,
                                    const char *name)
{
  GPtrArray *steps;
  g_autoptr (GHashTable) fields = NULL;
  const WbField *first = NULL;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  fields = wb_document_fields_list (library, guide, name);
  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          const WbField *field = g_ptr_array_index (step->fields, j);

          if (fields != NULL && !g_hash_table_contains (fields, field->id))
            continue;
          if (wb_field_applies (field, guide, answers))
            return field;
          if (first == NULL)
            first = field;
        }
    }

  return first;
}

static void
go_to_answers (GtkWidget     *widget,
               WbLibrary     *library,
               WbProjectFile *file,
               WbGuide       *guide,
               const char    *name)
{
  const WbField *field = wb_project_documents_find_question (library, guide, wb_project_file_get_answers (file), name);

  if (field != NULL)
    gtk_widget_activate_action (widget, "win.open-project-at", "(ss)", wb_project_file_get_path (file), field->id);
}

void
wb_project_documents_use (GtkWidget     *widget,
                          WbLibrary     *library,
                          WbProjectFile *file,
                          WbGuide       *guide,
                          const char    *name,
                          WbDocumentUse  use)
{
  g_autofree char *text = NULL;
  Request *request;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (WB_IS_PROJECT_FILE (file));
  g_return_if_fail (name != NULL);

  if (use == WB_DOCUMENT_USE_EDIT)
    {
      edit_document (widget, library, file, guide, name);
      return;
    }
  if (use == WB_DOCUMENT_USE_ANSWERS)
    {
      go_to_answers (widget, library, file, guide, name);
      return;
    }

  request = g_new0 (Request, 1);
  request->use = use;
  request->library = g_object_ref (library);
  request->file = g_object_ref (file);
  request->guide = g_object_ref (guide);
  request->name = g_strdup (name);

  text = describe_doubts (request);
  if (text != NULL)
    {
      ask (widget, text, request);
      return;
    }

  use_document (widget, request);
  request_free (request, NULL);
}
