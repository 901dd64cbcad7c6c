/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-editor.h"

#include <string.h>

#include "dites-editor-private.h"

/**
 * DitesEditor:
 *
 * One document while a person works on it.
 *
 * A value that is set shows at once and is written behind, each as a change set
 * of its own, in their order. The document follows the store: what others change
 * appears, and what is set here stands upon it. If the store cannot write, what
 * was set stays, is tried again, and "failure" says why. A draft is stored with
 * its first value, so that one that was left empty leaves nothing behind.
 * Main thread only.
 */
typedef enum
{
  PROP_STORE = 1,
  PROP_ID,
  PROP_DOCUMENT,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_TRASHED,
  PROP_MISSING,
  PROP_SAVING,
} DitesEditorProperty;

static GParamSpec *properties[PROP_SAVING + 1];

typedef enum
{
  SIGNAL_FAILED,
} DitesEditorSignal;

static guint signals[SIGNAL_FAILED + 1];

static void value_source_iface_init (DitesValueSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DitesEditor, dites_editor, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (DITES_TYPE_VALUE_SOURCE, value_source_iface_init))

static void
add_clashes (DitesEditor *self)
{
  if (self->snapshot == NULL)
    return;

  for (guint i = 0; i < self->snapshot->clashes->len; i++)
    {
      DitesProblem *clash = self->snapshot->clashes->pdata[i];

      dites_problem_add (self->problems, clash->field, clash->severity, "%s", clash->message);
    }
}

/* Works out all that follows from the document, and tells. */
void
dites_editor_derive (DitesEditor *self)
{
  DitesDocument *before = self->base != NULL ? self->base : self->draft;
  g_autoptr (DitesDocument) document = before != NULL ? g_object_ref (before) : NULL;

  for (GList *l = self->edits.head; l != NULL && document != NULL; l = l->next)
    {
      DitesDocument *next = dites_edit_apply (l->data, document);

      g_object_unref (document);
      document = next;
    }

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      self->title = dites_kind_title (self->kind, document, dites_editor_title_of, self);
      self->subtitle = dites_kind_subtitle (self->kind, document, dites_editor_title_of, self);
      self->problems = dites_kind_check (self->kind, document);
      add_clashes (self);
    }

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_DOCUMENT; i <= PROP_SAVING; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  dites_value_source_changed (DITES_VALUE_SOURCE (self));
}

void
dites_editor_notify_saving (DitesEditor *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

void
dites_editor_fail (DitesEditor  *self,
                   const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
store_changed_cb (DitesEditor       *self,
                  const char *const *kinds,
                  const char *const *ids)
{
  /* Titles follow too: what it refers to may be called otherwise now. */
  if (self->draft == NULL)
    dites_editor_read (self);
}

static gboolean
dites_editor_get_value (DitesValueSource *source,
                        const DitesField *field,
                        DitesJson        *value)
{
  DitesEditor *self = DITES_EDITOR (source);

  return self->document != NULL && dites_document_get (self->document, field->name, value);
}

static void
dites_editor_set_value (DitesValueSource *source,
                        const DitesField *field,
                        const char       *json)
{
  dites_editor_set_json (DITES_EDITOR (source), field, json);
}

static gboolean
dites_editor_allows_value (DitesValueSource *source,
                           const DitesField *field,
                           const char       *json,
                           GError          **error)
{
  DitesEditor *self = DITES_EDITOR (source);

  return self->document == NULL || dites_kind_allows (self->kind, self->document, field, json, error);
}

/* What is missing in a draft that nobody has touched yet is not a fault. */
static GPtrArray *
dites_editor_get_value_problems (DitesValueSource *source)
{
  DitesEditor *self = DITES_EDITOR (source);

  return self->draft != NULL && self->edits.length == 0 ? NULL : self->problems;
}

static char *
dites_editor_get_title_of (DitesValueSource *source,
                           const char       *id)
{
  return dites_editor_title_of (id, source);
}

static DitesStore *
dites_editor_get_store_of (DitesValueSource *source)
{
  return DITES_EDITOR (source)->store;
}

static void
dites_editor_expect_title_of (DitesValueSource *source,
                              const char       *id,
                              const char       *title)
{
  dites_editor_expect_title (DITES_EDITOR (source), id, title);
}

static void
dites_editor_hold (DitesValueSource *source,
                   gboolean          held)
{
  DitesEditor *self = DITES_EDITOR (source);

  self->held = held;
  if (!held)
    self->unsettled = NULL;
}

static void
value_source_iface_init (DitesValueSourceInterface *iface)
{
  iface->get = dites_editor_get_value;
  iface->set = dites_editor_set_value;
  iface->allows = dites_editor_allows_value;
  iface->get_problems = dites_editor_get_value_problems;
  iface->title_of = dites_editor_get_title_of;
  iface->hold = dites_editor_hold;
  iface->get_store = dites_editor_get_store_of;
  iface->expect_title = dites_editor_expect_title_of;
}

static void
dites_editor_constructed (GObject *object)
{
  DitesEditor *self = DITES_EDITOR (object);

  G_OBJECT_CLASS (dites_editor_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
dites_editor_dispose (GObject *object)
{
  DitesEditor *self = DITES_EDITOR (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (dites_editor_parent_class)->dispose (object);
}

static void
dites_editor_finalize (GObject *object)
{
  DitesEditor *self = DITES_EDITOR (object);

  g_queue_clear_full (&self->edits, dites_edit_free);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_object (&self->written);
  g_clear_object (&self->base);
  g_clear_object (&self->draft);
  g_clear_object (&self->document);
  g_clear_pointer (&self->snapshot, dites_snapshot_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->expected, g_hash_table_unref);
  g_clear_error (&self->failure);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->id);

  G_OBJECT_CLASS (dites_editor_parent_class)->finalize (object);
}

static void
dites_editor_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DitesEditor *self = DITES_EDITOR (object);

  switch ((DitesEditorProperty) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;

    case PROP_ID:
      g_value_set_string (value, self->id);
      break;

    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;

    case PROP_TRASHED:
      g_value_set_boolean (value, dites_editor_is_trashed (self));
      break;

    case PROP_MISSING:
      g_value_set_boolean (value, self->missing);
      break;

    case PROP_SAVING:
      g_value_set_boolean (value, dites_editor_is_saving (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_editor_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  DitesEditor *self = DITES_EDITOR (object);

  switch ((DitesEditorProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;

    case PROP_DOCUMENT:
    case PROP_TITLE:
    case PROP_SUBTITLE:
    case PROP_TRASHED:
    case PROP_MISSING:
    case PROP_SAVING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_editor_class_init (DitesEditorClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags given = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags derived = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_editor_constructed;
  object_class->dispose = dites_editor_dispose;
  object_class->finalize = dites_editor_finalize;
  object_class->get_property = dites_editor_get_property;
  object_class->set_property = dites_editor_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, DITES_TYPE_STORE, given);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, given);
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, DITES_TYPE_DOCUMENT, derived);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, derived);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, derived);
  properties[PROP_TRASHED] = g_param_spec_boolean ("trashed", NULL, NULL, FALSE, derived);
  properties[PROP_MISSING] = g_param_spec_boolean ("missing", NULL, NULL, FALSE, derived);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, derived);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * DitesEditor::failed:
   * @self: the editor
   * @error: why, for the person
   *
   * The store could not read the document, or could not write what was set.
   */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", DITES_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
dites_editor_init (DitesEditor *self)
{
  self->cancellable = g_cancellable_new ();
  self->expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * dites_editor_new:
 * @store: the store
 * @id: the id of a document of a kind that is known
 *
 * Returns: (transfer full): an editor, which has no document until the store has answered
 */
DitesEditor *
dites_editor_new (DitesStore *store,
                  const char *id)
{
  DitesEditor     *self;
  g_autofree char *kind = NULL;

  g_return_val_if_fail (DITES_IS_STORE (store), NULL);
  g_return_val_if_fail (id != NULL && strchr (id, ':') != NULL, NULL);

  self = g_object_new (DITES_TYPE_EDITOR, "store", store, "id", id, NULL);
  kind = g_strndup (id, strchr (id, ':') - id);
  self->kind = dites_kind_get (kind);
  dites_editor_read (self);

  return self;
}

/**
 * dites_editor_new_for_draft:
 * @store: the store
 * @draft: what a new document begins with
 *
 * Returns: (transfer full): an editor, which stores the document with the first value that is set
 */
DitesEditor *
dites_editor_new_for_draft (DitesStore    *store,
                            DitesDocument *draft)
{
  DitesEditor *self;

  g_return_val_if_fail (DITES_IS_STORE (store), NULL);
  g_return_val_if_fail (DITES_IS_DOCUMENT (draft), NULL);

  self = g_object_new (DITES_TYPE_EDITOR, "store", store, "id", dites_document_get_id (draft), NULL);
  self->kind = dites_kind_get (dites_document_get_kind (draft));
  g_set_object (&self->draft, draft);
  dites_editor_derive (self);
  dites_editor_look (self);

  return self;
}

/**
 * dites_editor_get_store:
 * @self: an editor
 *
 * Returns: (transfer none): the store it works on
 */
DitesStore *
dites_editor_get_store (DitesEditor *self)
{
  return self->store;
}

/**
 * dites_editor_get_kind:
 * @self: an editor
 *
 * Returns: the kind of its document
 */
const DitesKind *
dites_editor_get_kind (DitesEditor *self)
{
  return self->kind;
}

/**
 * dites_editor_get_id:
 * @self: an editor
 *
 * Returns: the id of its document
 */
const char *
dites_editor_get_id (DitesEditor *self)
{
  return self->id;
}

/**
 * dites_editor_get_document:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the document with all that was set,
 *   written or not; %NULL until it was read, and if it is missing
 */
DitesDocument *
dites_editor_get_document (DitesEditor *self)
{
  return self->document;
}

/**
 * dites_editor_get_title:
 * @self: an editor
 *
 * Returns: (nullable): what people call the document
 */
const char *
dites_editor_get_title (DitesEditor *self)
{
  return self->title;
}

/**
 * dites_editor_get_subtitle:
 * @self: an editor
 *
 * Returns: (nullable): what tells the document from its like
 */
const char *
dites_editor_get_subtitle (DitesEditor *self)
{
  return self->subtitle;
}

/**
 * dites_editor_is_missing:
 * @self: an editor
 *
 * Returns: whether the store has no document of that id
 */
gboolean
dites_editor_is_missing (DitesEditor *self)
{
  return self->missing;
}

/**
 * dites_editor_is_trashed:
 * @self: an editor
 *
 * Returns: whether the document waits in the trash
 */
gboolean
dites_editor_is_trashed (DitesEditor *self)
{
  return self->snapshot != NULL && self->snapshot->trashed;
}

/**
 * dites_editor_is_draft:
 * @self: an editor
 *
 * Returns: whether nothing of it was stored yet
 */
gboolean
dites_editor_is_draft (DitesEditor *self)
{
  return self->draft != NULL;
}

/**
 * dites_editor_is_saving:
 * @self: an editor
 *
 * Returns: whether something that was set is not written yet
 */
gboolean
dites_editor_is_saving (DitesEditor *self)
{
  return self->edits.length > 0;
}

/**
 * dites_editor_get_failure:
 * @self: an editor
 *
 * Returns: (nullable): why what was set could not be written, the last time it was tried
 */
const GError *
dites_editor_get_failure (DitesEditor *self)
{
  return self->failure;
}

/**
 * dites_editor_get_problems:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable) (element-type DitesProblem): what is wrong
 *   with the document, in itself and beside others
 */
GPtrArray *
dites_editor_get_problems (DitesEditor *self)
{
  return self->problems;
}

/**
 * dites_editor_title_of:
 * @id: the id of a document
 * @editor: (type DitesEditor): an editor
 *
 * A #DitesTitleFunc.
 *
 * Returns: (transfer full) (nullable): the title, if the editor's document refers to it
 */
char *
dites_editor_title_of (const char *id,
                       gpointer    editor)
{
  DitesEditor *self = editor;
  char        *title = dites_snapshot_title_of (id, self->snapshot);

  return title != NULL ? title : g_strdup (g_hash_table_lookup (self->expected, id));
}
