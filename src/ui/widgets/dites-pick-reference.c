/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pick-reference.h"

#include "dites-pick-dialog.h"

/* What the rows for one reference and for several have in common. */

/* For what a dialog picks. */
typedef struct
{
  DitesValueSource *source;
  const DitesField *field;
  GtkWidget        *parent;
} Picking;

static void
picking_free (gpointer  data,
              GClosure *closure)
{
  Picking *picking = data;

  g_object_unref (picking->source);
  g_object_unref (picking->parent);
  g_free (picking);
}

static void
append (GString    *json,
        const char *id)
{
  g_string_append_c (json, json->len == 0 ? '[' : ',');
  dites_json_append_string (json, id);
}

/* What a field refers to, but for two documents. */
static void
append_others (GString          *json,
               DitesValueSource *source,
               const DitesField *field,
               const char       *id,
               const char       *removed)
{
  DitesJsonIter iter;
  DitesJson     value, element;

  if (!dites_value_source_get (source, field, &value) || dites_json_get_type (value) != DITES_JSON_ARRAY)
    return;

  dites_json_iter_init (&iter, value);
  while (dites_json_iter_next (&iter, NULL, &element))
    {
      g_autofree char *other = dites_json_dup_string (element);

      if (other != NULL && g_strcmp0 (other, removed) != 0 && g_strcmp0 (other, id) != 0)
        append (json, other);
    }
}

/* The field's value, with @id added and @removed left out; NULL for nothing. */
static char *
make_value (DitesValueSource *source,
            const DitesField *field,
            const char       *id,
            const char       *removed)
{
  GString *json = g_string_new (NULL);

  if (!(field->flags & DITES_FIELD_MULTIPLE))
    {
      if (id != NULL)
        dites_json_append_string (json, id);
    }
  else
    {
      append_others (json, source, field, id, removed);
      if (id != NULL)
        append (json, id);
      if (json->len > 0)
        g_string_append_c (json, ']');
    }

  return json->len > 0 ? g_string_free_and_steal (json) : (g_string_free (json, TRUE), NULL);
}

static void
refer_to (Picking       *picking,
          const char    *id,
          const char    *title,
          DitesDocument *added)
{
  g_autofree char *json = make_value (picking->source, picking->field, id, NULL);
  DitesEditorValue value = { picking->field, json };

  dites_value_source_expect_title (picking->source, id, title);
  if (!DITES_IS_EDITOR (picking->source))
    dites_value_source_set (picking->source, picking->field, json, NULL);
  else if (dites_editor_get_document (DITES_EDITOR (picking->source)) != NULL)
    dites_editor_set_values (DITES_EDITOR (picking->source), &value, 1, added);
}

static void
picked_cb (DitesPickDialog *dialog,
           const char      *id,
           const char      *title,
           Picking         *picking)
{
  refer_to (picking, id, title, NULL);
}

/* What has been made and has no name yet is opened, to be described. */
typedef struct
{
  GtkWidget *parent;
  char      *id;
} Opening;

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;

  if (dites_editor_flush_finish (DITES_EDITOR (object), result, &error))
    gtk_widget_activate_action (opening->parent, "win.open-document", "s", opening->id);
  else
    gtk_widget_activate_action (opening->parent, "win.toast", "s", error->message);

  g_object_unref (opening->parent);
  g_free (opening->id);
  g_free (opening);
}

static void
create_requested_cb (DitesPickDialog *dialog,
                     const char      *text,
                     Picking         *picking)
{
  const DitesKind *kind = dites_kind_get (picking->field->target);
  g_autoptr (DitesDocument) document = dites_kind_new_document (kind, text);
  g_autoptr (DitesDocument) bare = dites_kind_new_document (kind, "");
  g_autofree char *title = dites_kind_title (kind, document, NULL, NULL);
  const char      *id = dites_document_get_id (document);
  Opening         *opening;

  refer_to (picking, id, title, document);
  if (dites_document_get_n_members (document) > dites_document_get_n_members (bare))
    return;

  opening = g_new0 (Opening, 1);
  opening->parent = g_object_ref (picking->parent);
  opening->id = g_strdup (id);
  dites_editor_flush_async (DITES_EDITOR (picking->source), NULL, written_cb, opening);
}

/**
 * dites_pick_reference:
 * @parent: the row that asks
 * @source: the values, of which one refers to documents of a store
 * @field: a REFERENCE field of them
 *
 * Lets a person pick what the field refers to, or one more where it refers to
 * several; or, of a document that is edited, make a new one, stored together with
 * the reference.
 */
void
dites_pick_reference (GtkWidget        *parent,
                      DitesValueSource *source,
                      const DitesField *field)
{
  DitesPickDialog *dialog;
  Picking         *picking = g_new0 (Picking, 1);

  picking->source = g_object_ref (source);
  picking->field = field;
  picking->parent = g_object_ref (parent);
  dialog = dites_pick_dialog_new (dites_value_source_get_store (source), dites_kind_get (field->target), dites_field_get_label (field));
  dites_pick_dialog_set_creates (dialog, DITES_IS_EDITOR (source));
  g_signal_connect (dialog, "picked", G_CALLBACK (picked_cb), picking);
  g_signal_connect_data (dialog, "create-requested", G_CALLBACK (create_requested_cb), picking, picking_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

/**
 * dites_remove_reference:
 * @source: the values, of which one refers to documents of a store
 * @field: a REFERENCE field of them
 * @id: what it shall no more refer to
 *
 * Takes a reference away.
 */
void
dites_remove_reference (DitesValueSource *source,
                        const DitesField *field,
                        const char       *id)
{
  g_autofree char *json = make_value (source, field, NULL, id);

  dites_value_source_set (source, field, json, NULL);
}
