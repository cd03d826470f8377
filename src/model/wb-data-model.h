/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The types of the Frictionless Table Schema. */
typedef enum
{
  WB_DATA_STRING,
  WB_DATA_INTEGER,
  WB_DATA_NUMBER,
  WB_DATA_BOOLEAN,
  WB_DATA_DATE,
  WB_DATA_DATETIME,
  WB_DATA_TIME,
  WB_DATA_YEAR,
  WB_DATA_GEOPOINT,
  WB_DATA_GEOJSON,
  WB_DATA_OBJECT,
  WB_DATA_ARRAY,
  WB_DATA_ANY,
} WbDataType;

#define WB_N_DATA_TYPES (WB_DATA_ANY + 1)

/* A column of the table. */
typedef struct
{
  WbDataType type;
  gboolean required;
  gboolean unique;

  /* Owned; never NULL unless said */
  char *name;        /* as it stands in the file's first line */
  char *title;
  char *description; /* in plain words */
  char *example;     /* as text */
  char *minimum;     /* (nullable) of a value, as text */
  char *maximum;     /* (nullable) */
  char *min_length;  /* (nullable) of a text in characters, of a list in members */
  char *max_length;  /* (nullable) */
  char *pattern;     /* (nullable) regular expression */
  GPtrArray *values; /* char *: the only ones allowed; empty when all are */
} WbDataField;

/**
 * WbDataModel:
 *
 * How a table is built, as a Frictionless Table Schema describes it. Filled by the reader, immutable afterwards; counted.
 */
typedef struct
{
  /* Owned; never NULL */
  GPtrArray *fields;         /* WbDataField */
  GPtrArray *primary_key;    /* char *: names of fields; may be empty */
  GPtrArray *missing_values; /* char *: texts that stand for "no value" */
} WbDataModel;

/* "string", "geopoint" …; static. */
const char  *wb_data_type_to_string   (WbDataType         type);
/* FALSE, and @type untouched, when @name (nullable) is no type. */
gboolean     wb_data_type_from_string (const char        *name,
                                       WbDataType        *type);
/* Translated, for people: "text", "whole number" …; static. */
const char  *wb_data_type_get_label   (WbDataType         type);

#define WB_TYPE_DATA_MODEL (wb_data_model_get_type ())
GType        wb_data_model_get_type   (void);

/* (transfer full) */
WbDataModel *wb_data_model_new        (void);
WbDataModel *wb_data_model_ref        (WbDataModel       *self);
void         wb_data_model_unref      (WbDataModel       *self);
/* A new field at the end, to be filled. (transfer none) */
WbDataField *wb_data_model_add_field  (WbDataModel       *self,
                                       WbDataType         type,
                                       const char        *name,
                                       const char        *title,
                                       const char        *description,
                                       const char        *example);
/* (nullable) (transfer none) */
const WbDataField *wb_data_model_get_field (const WbDataModel *self,
                                            const char        *name);
/* TRUE when the field @name is the key, or part of it. */
gboolean     wb_data_model_is_key     (const WbDataModel *self,
                                       const char        *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbDataModel, wb_data_model_unref)

G_END_DECLS
