/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-document.h"
#include "wb-text-clean-private.h"

struct _WbDocument
{
  GObject parent_instance;

  WbDocumentFormat format;
  gboolean numbered;

  /* Owned */
  char *title;
  WbBlock *root;
  char *town;
  char *region;
  char *kind;
  char *project;
  char *foot;
  char *entry;
  WbStationery *stationery; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WbDocument, wb_document, G_TYPE_OBJECT)

static void
wb_document_finalize (GObject *object)
{
  WbDocument *self = WB_DOCUMENT (object);

  g_free (self->title);
  g_clear_pointer (&self->root, wb_block_unref);
  g_free (self->town);
  g_free (self->region);
  g_free (self->kind);
  g_free (self->project);
  g_free (self->foot);
  g_free (self->entry);
  wb_stationery_unref (self->stationery);

  G_OBJECT_CLASS (wb_document_parent_class)->finalize (object);
}

static void
wb_document_class_init (WbDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_document_finalize;
}

static void
wb_document_init (WbDocument *self)
{
  self->numbered = TRUE;
}

WbDocument *
wb_document_new (WbDocumentFormat  format,
                 const char       *title,
                 WbBlock          *root)
{
  WbDocument *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (root->type == WB_BLOCK_DOCUMENT, NULL);

  self = g_object_new (WB_TYPE_DOCUMENT, NULL);
  self->format = format;
  self->title = wb_text_make_valid (title);
  self->root = wb_block_ref (root);

  return self;
}

WbDocumentFormat
wb_document_get_format (WbDocument *self)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (self), WB_DOCUMENT_PAGES);

  return self->format;
}

const char *
wb_document_get_title (WbDocument *self)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (self), NULL);

  return self->title;
}

WbBlock *
wb_document_get_root (WbDocument *self)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (self), NULL);

  return self->root;
}

const char *
wb_document_get_town (WbDocument *self)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (self), NULL);

  return self->town;
}

const char *
wb_document_get_region (WbDocument *self)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (self), NULL);

  return self->region;
}

const char *
wb_document_get_kind (WbDocument *self)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (self), NULL);

  return self->kind;
}

const char *
wb_document_get_project (WbDocument *self)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (self), NULL);

  return self->project;
}

/* An empty string is as good as none, so that nobody has to ask twice. */
static void
replace_string (char       **field,
                const char  *value)
{
  char *copy = value != NULL && *value != '\0' ? wb_text_make_valid (value) : NULL;

  g_free (*field);
  *field = copy;
}

void
wb_document_set_head (WbDocument *self,
                      const char *town,
                      const char *region,
                      const char *kind,
                      const char *project)
{
  g_return_if_fail (WB_IS_DOCUMENT (self));

  replace_string (&self->town, town);
  replace_string (&self->region, region);
  replace_string (&self->kind, kind);
  replace_string (&self->project, project);
}

const char *
wb_document_get_foot (WbDocument *self)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (self), NULL);

  return self->foot;
}

void
wb_document_set_foot (WbDocument *self,
                      const char *foot)
{
  g_return_if_fail (WB_IS_DOCUMENT (self));

  replace_string (&self->foot, foot);
}

const char *
wb_document_get_entry (WbDocument *self)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (self), NULL);

  return self->entry;
}

void
wb_document_set_entry (WbDocument *self,
                       const char *entry)
{
  g_return_if_fail (WB_IS_DOCUMENT (self));

  replace_string (&self->entry, entry);
}

gboolean
wb_document_get_numbered (WbDocument *self)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (self), TRUE);

  return self->numbered;
}

void
wb_document_set_numbered (WbDocument *self,
                          gboolean    numbered)
{
  g_return_if_fail (WB_IS_DOCUMENT (self));

  self->numbered = numbered;
}

WbStationery *
wb_document_get_stationery (WbDocument *self)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (self), NULL);

  return self->stationery;
}

WbDocument *
wb_document_new_on (WbDocument   *self,
                    WbStationery *stationery)
{
  WbDocument *other;

  g_return_val_if_fail (WB_IS_DOCUMENT (self), NULL);

  other = wb_document_new (self->format, self->title, self->root);
  other->numbered = self->numbered;
  wb_document_set_head (other, self->town, self->region, self->kind, self->project);
  wb_document_set_foot (other, self->foot);
  wb_document_set_entry (other, self->entry);
  other->stationery = stationery != NULL ? wb_stationery_ref (stationery) : NULL;

  return other;
}
