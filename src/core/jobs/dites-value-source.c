/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-value-source.h"

/**
 * DitesValueSource:
 *
 * Where the values are that a form shows and sets: a document that is edited, or
 * a part of one. Main thread only.
 */

typedef enum
{
  SIGNAL_CHANGED,
} DitesValueSourceSignal;

static guint signals[SIGNAL_CHANGED + 1];

G_DEFINE_INTERFACE (DitesValueSource, dites_value_source, G_TYPE_OBJECT)

static void
dites_value_source_default_init (DitesValueSourceInterface *iface)
{
  /**
   * DitesValueSource::changed:
   * @self: the source
   *
   * Values, titles or problems are others now.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", DITES_TYPE_VALUE_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * dites_value_source_get:
 * @self: a source
 * @field: one of its fields
 * @value: (out): its value, which is good until the next change
 *
 * Returns: whether the field says something
 */
gboolean
dites_value_source_get (DitesValueSource *self,
                        const DitesField *field,
                        DitesJson        *value)
{
  g_return_val_if_fail (DITES_IS_VALUE_SOURCE (self), FALSE);

  return DITES_VALUE_SOURCE_GET_IFACE (self)->get (self, field, value) && !dites_json_is_empty (*value);
}

/**
 * dites_value_source_set:
 * @self: a source
 * @field: one of its fields
 * @json: (nullable): what it shall be; %NULL for nothing
 * @error: return location for an error
 *
 * Sets a field. A value that it has already changes nothing.
 *
 * Returns: %FALSE with @error set, for the person, if it may not be that
 */
gboolean
dites_value_source_set (DitesValueSource *self,
                        const DitesField *field,
                        const char       *json,
                        GError          **error)
{
  g_return_val_if_fail (DITES_IS_VALUE_SOURCE (self), FALSE);

  if (!dites_value_source_allows (self, field, json, error))
    return FALSE;
  DITES_VALUE_SOURCE_GET_IFACE (self)->set (self, field, json);

  return TRUE;
}

/**
 * dites_value_source_allows:
 * @self: a source
 * @field: one of its fields
 * @json: (nullable): what it shall be; %NULL for nothing
 * @error: return location for an error
 *
 * Returns: whether the field may be set to that; else %FALSE with @error set, for the person
 */
gboolean
dites_value_source_allows (DitesValueSource *self,
                           const DitesField *field,
                           const char       *json,
                           GError          **error)
{
  DitesValueSourceInterface *iface;

  g_return_val_if_fail (DITES_IS_VALUE_SOURCE (self), FALSE);

  iface = DITES_VALUE_SOURCE_GET_IFACE (self);

  return iface->allows == NULL || iface->allows (self, field, json, error);
}

/**
 * dites_value_source_get_problems:
 * @self: a source
 *
 * Returns: (transfer none) (nullable) (element-type DitesProblem): what a person
 *   should know to be wrong
 */
GPtrArray *
dites_value_source_get_problems (DitesValueSource *self)
{
  DitesValueSourceInterface *iface;

  g_return_val_if_fail (DITES_IS_VALUE_SOURCE (self), NULL);

  iface = DITES_VALUE_SOURCE_GET_IFACE (self);

  return iface->get_problems != NULL ? iface->get_problems (self) : NULL;
}

/**
 * dites_value_source_title_of:
 * @id: the id of a document
 * @source: (type DitesValueSource): a source
 *
 * A #DitesTitleFunc.
 *
 * Returns: (transfer full) (nullable): the title, if the source refers to the document
 */
char *
dites_value_source_title_of (const char *id,
                             gpointer    source)
{
  DitesValueSourceInterface *iface = DITES_VALUE_SOURCE_GET_IFACE (source);

  return iface->title_of != NULL ? iface->title_of (source, id) : NULL;
}

/**
 * dites_value_source_hold:
 * @self: a source
 * @held: whether a value is being typed
 *
 * What is set of one field while it is held, one value after the other, is one
 * change, with one undo; and so is what is set last, before it is held no more.
 */
void
dites_value_source_hold (DitesValueSource *self,
                         gboolean          held)
{
  DitesValueSourceInterface *iface;

  g_return_if_fail (DITES_IS_VALUE_SOURCE (self));

  iface = DITES_VALUE_SOURCE_GET_IFACE (self);
  if (iface->hold != NULL)
    iface->hold (self, held);
}

/**
 * dites_value_source_get_store:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): where the documents are that it may refer
 *   to; %NULL if it refers to none
 */
DitesStore *
dites_value_source_get_store (DitesValueSource *self)
{
  DitesValueSourceInterface *iface;

  g_return_val_if_fail (DITES_IS_VALUE_SOURCE (self), NULL);

  iface = DITES_VALUE_SOURCE_GET_IFACE (self);

  return iface->get_store != NULL ? iface->get_store (self) : NULL;
}

/**
 * dites_value_source_expect_title:
 * @self: a source
 * @id: the id of a document that it will refer to
 * @title: what the document is called
 *
 * Lets dites_value_source_title_of() know a title as soon as the reference is set.
 */
void
dites_value_source_expect_title (DitesValueSource *self,
                                 const char       *id,
                                 const char       *title)
{
  DitesValueSourceInterface *iface;

  g_return_if_fail (DITES_IS_VALUE_SOURCE (self));

  iface = DITES_VALUE_SOURCE_GET_IFACE (self);
  if (iface->expect_title != NULL)
    iface->expect_title (self, id, title);
}

/**
 * dites_value_source_changed:
 * @self: a source
 *
 * Tells that values, titles or problems are others now; for the source itself.
 */
void
dites_value_source_changed (DitesValueSource *self)
{
  g_return_if_fail (DITES_IS_VALUE_SOURCE (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
