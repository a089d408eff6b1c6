using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace DebugDeck.Tests.Architecture;

/// <summary>The types of an assembly and the namespaces that their code uses, read from its metadata and IL.</summary>
internal sealed class AssemblyCode
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xffff, code => code.OperandType);

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    private AssemblyCode(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
    }

    /// <summary>All types; a nested one (a closure, an async method) stands under the namespace of its outermost type.</summary>
    public static IReadOnlyList<CodeOfType> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var code = new AssemblyCode(file);
        return [.. code._metadata.TypeDefinitions.Select(handle => code.ReadType(code._metadata.GetTypeDefinition(handle)))];
    }

    private CodeOfType ReadType(TypeDefinition type)
    {
        var uses = new HashSet<string>();
        foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition).Where(method => method.RelativeVirtualAddress != 0))
        {
            foreach (var token in Tokens(_file.GetMethodBody(method.RelativeVirtualAddress).GetILReader()))
            {
                uses.Add(SpaceOf(MetadataTokens.EntityHandle(token)));
            }
        }

        return new CodeOfType(Outermost(type), _metadata.GetString(type.Name), uses);
    }

    private string Outermost(TypeDefinition type)
    {
        while (type.IsNested)
        {
            type = _metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return _metadata.GetString(type.Namespace);
    }

    private string SpaceOf(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => SpaceOf(_metadata.GetTypeReference((TypeReferenceHandle)handle)),
        HandleKind.TypeDefinition => Outermost(_metadata.GetTypeDefinition((TypeDefinitionHandle)handle)),
        HandleKind.MemberReference => SpaceOf(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent),
        HandleKind.MethodDefinition => Outermost(_metadata.GetTypeDefinition(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType())),
        HandleKind.FieldDefinition => Outermost(_metadata.GetTypeDefinition(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType())),
        HandleKind.MethodSpecification => SpaceOf(_metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method),
        _ => "",
    };

    private string SpaceOf(TypeReference type) => type.ResolutionScope.Kind == HandleKind.TypeReference
        ? SpaceOf(type.ResolutionScope)
        : _metadata.GetString(type.Namespace);

    private static List<int> Tokens(BlobReader code)
    {
        var tokens = new List<int>();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            var operand = Operands[value == 0xfe ? 0xfe00 | code.ReadByte() : value];
            switch (operand)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    tokens.Add(code.ReadInt32());
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                default:
                    code.Offset += SizeOf(operand);
                    break;
            }
        }

        return tokens;
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
