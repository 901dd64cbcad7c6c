/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-row-private.h"

struct _DitesRow
{
  GObject parent_instance;

  guint32        number; /* 0: its place is known before it is */
  char          *title;
  char          *subtitle;
  DitesDocument *document; /* (nullable): not fetched yet */
  GHashTable    *rows;     /* (nullable): where its query finds it as long as it lives */
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_DOCUMENT,
} DitesRowProperty;

static GParamSpec *properties[PROP_DOCUMENT + 1];

G_DEFINE_FINAL_TYPE (DitesRow, dites_row, G_TYPE_OBJECT)

static void
leave_rows (DitesRow *self)
{
  if (self->rows == NULL)
    return;

  if (g_hash_table_lookup (self->rows, GUINT_TO_POINTER (self->number)) == self)
    g_hash_table_remove (self->rows, GUINT_TO_POINTER (self->number));
  g_clear_pointer (&self->rows, g_hash_table_unref);
}

static void
dites_row_finalize (GObject *object)
{
  DitesRow *self = DITES_ROW (object);

  leave_rows (self);
  g_clear_object (&self->document);
  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (dites_row_parent_class)->finalize (object);
}

static void
dites_row_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  DitesRow *self = DITES_ROW (object);

  switch ((DitesRowProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, dites_row_get_id (self));
      break;

    case PROP_TITLE:
      g_value_set_string (value, dites_row_get_title (self));
      break;

    case PROP_SUBTITLE:
      g_value_set_string (value, dites_row_get_subtitle (self));
      break;

    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_row_class_init (DitesRowClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = dites_row_finalize;
  object_class->get_property = dites_row_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, DITES_TYPE_DOCUMENT, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dites_row_init (DitesRow *self)
{
}

/**
 * dites_row_new:
 * @number: the row of the document in the file; 0 if that is not known yet
 * @rows: (nullable): number -> row, of the rows that live
 *
 * Returns: (transfer full): a row that has not been fetched
 */
DitesRow *
dites_row_new (guint32     number,
               GHashTable *rows)
{
  DitesRow *self = g_object_new (DITES_TYPE_ROW, NULL);

  dites_row_set_number (self, number, rows);

  return self;
}

/**
 * dites_row_set_number:
 * @self: a row
 * @number: the row of the document in the file
 * @rows: (nullable): number -> row, of the rows that live
 *
 * Says which document it is.
 */
void
dites_row_set_number (DitesRow   *self,
                      guint32     number,
                      GHashTable *rows)
{
  leave_rows (self);
  self->number = number;
  if (number != 0 && rows != NULL)
    {
      self->rows = g_hash_table_ref (rows);
      g_hash_table_insert (rows, GUINT_TO_POINTER (number), self);
    }
}

/**
 * dites_row_load:
 * @self: a row
 * @title: what the document is called
 * @subtitle: what tells it from its like
 * @document: the document
 *
 * Fills the row, and says so.
 */
void
dites_row_load (DitesRow      *self,
                const char    *title,
                const char    *subtitle,
                DitesDocument *document)
{
  g_set_str (&self->title, title);
  g_set_str (&self->subtitle, subtitle);
  g_set_object (&self->document, document);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_ID; i <= PROP_DOCUMENT; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * dites_row_shows:
 * @self: a row
 * @title: what the document is called
 * @subtitle: what tells it from its like
 * @document: the document
 *
 * Returns: whether the row shows just that
 */
gboolean
dites_row_shows (DitesRow      *self,
                 const char    *title,
                 const char    *subtitle,
                 DitesDocument *document)
{
  return self->document != NULL &&
         g_strcmp0 (self->title, title) == 0 &&
         g_strcmp0 (self->subtitle, subtitle) == 0 &&
         g_strcmp0 (dites_document_get_text (self->document, NULL), dites_document_get_text (document, NULL)) == 0;
}

/**
 * dites_row_is_loaded:
 * @self: a row
 *
 * Returns: whether the document is there
 */
gboolean
dites_row_is_loaded (DitesRow *self)
{
  g_return_val_if_fail (DITES_IS_ROW (self), FALSE);

  return self->document != NULL;
}

/**
 * dites_row_get_id:
 * @self: a row
 *
 * Returns: the id of the document; empty until it is there
 */
const char *
dites_row_get_id (DitesRow *self)
{
  g_return_val_if_fail (DITES_IS_ROW (self), NULL);

  return self->document != NULL ? dites_document_get_id (self->document) : "";
}

/**
 * dites_row_get_title:
 * @self: a row
 *
 * Returns: what the document is called; empty until it is there
 */
const char *
dites_row_get_title (DitesRow *self)
{
  g_return_val_if_fail (DITES_IS_ROW (self), NULL);

  return self->title != NULL ? self->title : "";
}

/**
 * dites_row_get_subtitle:
 * @self: a row
 *
 * Returns: what tells the document from its like; empty until it is there
 */
const char *
dites_row_get_subtitle (DitesRow *self)
{
  g_return_val_if_fail (DITES_IS_ROW (self), NULL);

  return self->subtitle != NULL ? self->subtitle : "";
}

/**
 * dites_row_get_document:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the document; %NULL until it is there
 */
DitesDocument *
dites_row_get_document (DitesRow *self)
{
  g_return_val_if_fail (DITES_IS_ROW (self), NULL);

  return self->document;
}
